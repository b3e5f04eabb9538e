import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
} from '@pro-kid/contract/testing';
import type { Outcome } from '../outcome.ts';
import { recorded, refusal, written } from '../testing/recorded.ts';
import type { Format } from './format.ts';
import { proca } from './proca.ts';
import { supabase } from './supabase.ts';

const jwt = (role: string) => `h.${btoa(JSON.stringify({ role })).replaceAll('=', '')}.s`;

const HS = { url: 'https://api.hsforms.com/submissions/v3/integration/submit/1/2' };
const SB = {
  url: 'https://ref.supabase.co/rest/v1/members',
  extra: { apikey: 'sb_publishable_1' },
};
const PR = { url: 'https://api.proca.app/api?id=42' };

describe('Supabase (recorded, not live)', () => {
  it('gets a row, with the key that is public by design', () => {
    const { fields, headers } = written(supabase, person, SB);
    assert.equal(fields['given_name'], 'Ana');
    assert.equal(fields['consent_updates'], '1');
    assert.ok(!('apikey' in fields));
    assert.equal(headers['apikey'], 'sb_publishable_1');
    assert.equal(headers['authorization'], 'Bearer sb_publishable_1');
    assert.equal(headers['prefer'], 'return=minimal');
    written(supabase, person, { ...SB, extra: { apikey: jwt('anon') } });
  });

  it('refuses every other key, with the reason', () => {
    for (const apikey of ['', 'sb_secret_1', jwt('service_role'), 'x.y.z', 'x.!.z']) {
      assert.match(refusal(supabase, person, { ...SB, extra: { apikey } }), /never be in a page/);
    }
  });
});

describe('Proca (recorded, not live)', () => {
  it('gets an action and a contact as variables, and asks nothing for the lead', () => {
    const { fields } = written(proca, organization, PR);
    assert.ok(!String(fields['query']).includes('Ben'));
    const { page, action, contact, privacy } = fields['variables'] as Record<string, never>;
    assert.equal(page, 42);
    assert.deepEqual(contact, {
      firstName: 'Ben',
      lastName: 'Okafor',
      email: 'ben@firststeps.example',
      phone: '+1 (916) 555-0100 ext. 4',
      address: { country: 'US', postcode: '00501-1234' },
    });
    assert.deepEqual(privacy, { optIn: false });
    const { customFields } = action as unknown as { customFields: string };
    assert.equal(
      (JSON.parse(customFields) as Record<string, string>)['organization'],
      'First Steps',
    );
    assert.match(refusal(proca, person, { url: 'https://api.proca.app/api' }), /number/);
  });
});

describe('what their answers mean (recorded, not live)', () => {
  const confirmed: Outcome = {
    outcome: 'confirmed',
    receipt: { id: person.id, status: 'confirmed' },
  };
  const invalid = (pointer: string, code: string | undefined, detail?: string): Outcome => ({
    outcome: 'invalid',
    errors: [{ pointer, code, detail }],
  });
  const table: [string, Format, ReturnType<typeof recorded>, Outcome][] = [
    ['Supabase: inserted', supabase, recorded(201), confirmed],
    [
      'Supabase: already there',
      supabase,
      recorded(409, { code: '23505', message: 'duplicate key' }),
      { outcome: 'duplicate' },
    ],
    [
      'Supabase: row level security',
      supabase,
      recorded(401, { code: '42501' }),
      { outcome: 'refused', code: 'status', status: 401 },
    ],
    [
      'Proca: taken',
      proca,
      recorded(200, { data: { addActionContact: { contactRef: 'r' } } }),
      confirmed,
    ],
    [
      'Proca: wrong field',
      proca,
      recorded(200, {
        errors: [
          { message: 'email: has invalid format', path: ['addActionContact', 'contact', 'email'] },
        ],
      }),
      invalid('/member/email', undefined, 'has invalid format'),
    ],
    [
      'Proca: captcha',
      proca,
      recorded(200, { errors: [{ message: 'captcha code required' }] }),
      {
        outcome: 'refused',
        code: 'captcha',
        status: 200,
        hostedPage: 'https://share.hsforms.com/1',
      },
    ],
    [
      'Proca: another error',
      proca,
      recorded(200, { errors: [{ message: 'not found' }] }),
      { outcome: 'refused', code: 'rejected', status: 200 },
    ],
  ];
  for (const [title, format, answer, outcome] of table) {
    it(`${title} → ${outcome.outcome}`, () => {
      const endpoint = { url: HS.url, extra: { 'hosted-page': 'https://share.hsforms.com/1' } };
      assert.deepEqual(format.read(answer, person, endpoint), outcome);
    });
  }
});
