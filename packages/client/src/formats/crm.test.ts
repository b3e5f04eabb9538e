import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import type { Outcome } from '../outcome.ts';
import { recorded, refusal, written } from '../testing/recorded.ts';
import { actionNetwork } from './action-network.ts';
import type { Format } from './format.ts';
import { hubspot } from './hubspot.ts';
import { proca } from './proca.ts';
import { supabase } from './supabase.ts';

const ungranted = { ...person, consents: [{ ...person.consents[0]!, granted: false }] };
const jwt = (role: string) => `h.${btoa(JSON.stringify({ role })).replaceAll('=', '')}.s`;

const AN = { url: 'https://actionnetwork.org/api/v2/forms/1/submissions' };
const HS = { url: 'https://api.hsforms.com/submissions/v3/integration/submit/1/2' };
const SB = {
  url: 'https://ref.supabase.co/rest/v1/members',
  extra: { apikey: 'sb_publishable_1' },
};
const PR = { url: 'https://api.proca.app/api?id=42' };

describe('Action Network (recorded, not live)', () => {
  it('gets a person, subscribed only on an explicit tick', () => {
    const { fields } = written(actionNetwork, person, AN);
    const { custom_fields: custom, ...known } = fields['person'] as Record<string, unknown>;
    assert.deepEqual(known, {
      given_name: 'Ana',
      family_name: 'Ruiz',
      email_addresses: [{ address: 'ana@example.org', status: 'subscribed' }],
      postal_addresses: [{ postal_code: '95814', country: 'US' }],
      languages_spoken: ['en'],
    });
    const values = custom as Record<string, string>;
    assert.equal(values['consent-updates'], '1');
    assert.equal(values['id'], person.id);
    assert.ok(!('email' in values) && !('given-name' in values));

    const without = written(actionNetwork, ungranted, AN).fields['person'];
    const { email_addresses, custom_fields } = without as Record<string, Record<string, string>>;
    assert.deepEqual(email_addresses, [{ address: 'ana@example.org' }]);
    assert.equal(custom_fields!['consent-updates'], '0');
  });

  it('gets an organization as employer and title, a comment, tags and where it came from', () => {
    const employer = written(actionNetwork, organization, AN).fields['person'];
    const { employer: name, work_title: title } = employer as Record<string, string>;
    assert.deepEqual([name, title], ['First Steps', 'Director']);
    const { fields } = written(actionNetwork, pledge, { ...AN, extra: { add_tags: 'kids, vote' } });
    assert.equal(fields['comments'], 'For my kids.\nAll of them.');
    assert.deepEqual(fields['add_tags'], ['kids', 'vote']);
    assert.deepEqual(fields['action_network:referrer_data'], {
      source: 'first-steps',
      website: 'https://firststeps.example/join',
    });
  });
});

describe('HubSpot (recorded, not live)', () => {
  it('gets only fields that its form may know, of contact and company', () => {
    const { fields } = written(hubspot, organization, HS);
    const sent = fields['fields'] as { objectTypeId: string; name: string; value: string }[];
    assert.deepEqual(
      sent.map(({ objectTypeId, name, value }) => `${objectTypeId} ${name}=${value}`),
      [
        '0-2 name=First Steps',
        '0-2 website=https://firststeps.example/',
        '0-1 firstname=Ben',
        '0-1 lastname=Okafor',
        '0-1 jobtitle=Director',
        '0-1 email=ben@firststeps.example',
        '0-1 phone=+1 (916) 555-0100 ext. 4',
        '0-1 zip=00501-1234',
      ],
    );
    assert.equal(fields['submittedAt'], Date.parse(organization.submittedAt));
  });

  it('gets the exact words beside each consent, and never more than was ticked', () => {
    const consentOf = (submission: typeof person) => {
      const to = { ...HS, extra: { subscriptionTypeId: '7' } };
      const { fields } = written(hubspot, submission, to);
      assert.ok(!JSON.stringify(fields['fields']).includes('subscriptionTypeId'));
      return (fields['legalConsentOptions'] as { consent: object }).consent;
    };
    const { text } = person.consents[0]!;
    assert.deepEqual(consentOf(person), {
      consentToProcess: true,
      text,
      communications: [{ value: true, subscriptionTypeId: 7, text }],
    });
    assert.deepEqual(consentOf(ungranted), {
      consentToProcess: false,
      text,
      communications: [{ value: false, subscriptionTypeId: 7, text }],
    });
  });
});

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
  const osdi = (key: string) => ({
    'osdi:error': {
      response_code: 400,
      resource_status: [
        { [key]: [{ description: 'bad', properties: ['email_addresses[0].address'] }] },
      ],
    },
  });
  const hubspotError = (errorType: string, message: string) =>
    recorded(400, { status: 'error', errors: [{ errorType, message }] });

  const table: [string, Format, ReturnType<typeof recorded>, Outcome][] = [
    ['Action Network: {}', actionNetwork, recorded(200, {}), { outcome: 'accepted' }],
    [
      'Action Network: wrong field',
      actionNetwork,
      recorded(400, osdi('error_descriptions')),
      invalid('/member/email', undefined, 'bad'),
    ],
    [
      'Action Network: in the other spelling',
      actionNetwork,
      recorded(200, osdi('errors')),
      invalid('/member/email', undefined, 'bad'),
    ],
    [
      'Action Network: no such form',
      actionNetwork,
      recorded(404),
      { outcome: 'refused', code: 'status', status: 404 },
    ],
    [
      'Action Network: a page',
      actionNetwork,
      recorded(200, '<p>'),
      { outcome: 'refused', code: 'unreadable-answer', status: 200 },
    ],
    ['HubSpot: taken', hubspot, recorded(200, { inlineMessage: '<b>Thanks</b>' }), confirmed],
    [
      'HubSpot: wrong address',
      hubspot,
      hubspotError('INVALID_EMAIL', "Error in 'fields.email'. Invalid email"),
      invalid('/member/email', 'email'),
    ],
    [
      'HubSpot: missing field',
      hubspot,
      hubspotError('REQUIRED_FIELD', "Required field 'fields.zip' is missing"),
      invalid('/member/postalCode', 'required'),
    ],
    [
      'HubSpot: captcha',
      hubspot,
      hubspotError('FORM_HAS_RECAPTCHA_ENABLED', 'no'),
      {
        outcome: 'refused',
        code: 'captcha',
        status: 400,
        hostedPage: 'https://share.hsforms.com/1',
      },
    ],
    ['HubSpot: too many', hubspot, recorded(429), { outcome: 'limited' }],
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
