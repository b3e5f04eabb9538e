import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import {
  confirmed,
  deliverFromPage,
  invalid,
  refused,
  withConsent,
  withEmail,
} from '../testing/deliver-from-page.ts';
import { startProca, type ProcaScenario } from '../testing/stand-ins/proca.ts';
import { startSupabase, type SupabaseSettings } from '../testing/stand-ins/supabase.ts';

const COLUMNS = [
  ...['id', 'type', 'kind', 'language', 'submitted_at', 'widget', 'widget_version'],
  ...['given_name', 'family_name', 'email', 'tel', 'postal_code'],
  ...['organization', 'url', 'organization_title', 'authorized'],
  ...['commitments', 'comment', 'show_name', 'how_you_heard'],
  ...['consent_updates', 'consent_updates_text', 'consent_updates_language'],
  ...['campaign', 'partner', 'page', 'referrer', 'utm_source'],
];

describe('Supabase (recorded, not live)', () => {
  const jwt = (role: string) => `h.${btoa(JSON.stringify({ role })).replaceAll('=', '')}.s`;

  async function start(settings: Partial<SupabaseSettings> = {}) {
    const service = await startSupabase({ columns: COLUMNS, ...settings });
    const post = (submission: NamedSubmission, more: Partial<Endpoint> = {}) =>
      deliverFromPage(submission, {
        url: `${service.origin}/rest/v1/members`,
        format: 'supabase',
        extra: { apikey: 'sb_publishable_1' },
        ...more,
      });
    return { ...service, post };
  }

  it('keeps a row of a person, and nothing of the key', async () => {
    const { post, stored, received } = await start();
    assert.deepEqual(await post(person), confirmed(person));
    assert.deepEqual(stored, [
      {
        id: person.id,
        type: 'join',
        kind: 'individual',
        given_name: 'Ana',
        family_name: 'Ruiz',
        email: 'ana@example.org',
        postal_code: '95814',
        consent_updates: '1',
        consent_updates_text: person.consents[0]!.text,
        consent_updates_language: 'en',
        partner: 'first-steps',
        page: 'https://firststeps.example/join',
        referrer: 'https://search.example',
        utm_source: 'newsletter',
        widget: 'pro-kid-join',
        widget_version: '0.1.0',
        language: 'en',
        submitted_at: person.submittedAt,
      },
    ]);
    assert.deepEqual(
      received.map(({ method }) => method),
      ['OPTIONS', 'POST'],
    );
  });

  it('keeps rows of an organization and of a pledge, also with an older public key', async () => {
    const { post, stored } = await start();
    await post(organization);
    assert.deepEqual(await post(pledge, { extra: { apikey: jwt('anon') } }), confirmed(pledge));
    assert.partialDeepStrictEqual(stored, [
      {
        organization: 'First Steps',
        organization_title: 'Director',
        authorized: '1',
        consent_updates: '0',
        how_you_heard: 'De una vecina.\nEn la feria.',
      },
      { commitments: 'share, write', comment: 'For my kids.\nAll of them.', show_name: '1' },
    ]);
  });

  it('keeps an answer beside the field of ours that has the same name as a column', async () => {
    const { post, stored } = await start({ columns: [...COLUMNS, 'answer_given_name'] });
    assert.deepEqual(await post({ ...person, answers: { given_name: 'x' } }), confirmed(person));
    assert.equal(stored[0]!['given_name'], 'Ana');
    assert.equal(stored[0]!['answer_given_name'], 'x');
  });

  it('says who is in already, where a column is unique', async () => {
    const { post, stored } = await start({ unique: 'email' });
    await post(person);
    const again = { ...person, id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a009' };
    assert.deepEqual(await post(again), { outcome: 'duplicate' });
    assert.equal(stored.length, 1);
  });

  it('names the field whose column may not be empty, or holds something else', async () => {
    const required = await start({ notNull: ['tel'] });
    assert.deepEqual(await required.post(person), invalid('/member/telephone', 'required'));
    const named = await start({ notNull: ['phone'], columns: [...COLUMNS, 'zip'], digits: 'zip' });
    const fields = { tel: 'phone', 'postal-code': 'zip' };
    assert.deepEqual(
      await named.post(person, { fields }),
      invalid('/member/telephone', 'required'),
    );
    const checked = await start({ digits: 'postal_code' });
    assert.deepEqual(await checked.post(organization), invalid('/member/postalCode', 'other'));
    assert.deepEqual([...required.stored, ...named.stored, ...checked.stored], []);
  });

  it('blames no visitor for a column that no field fills', async () => {
    const { post } = await start({ notNull: ['created_by'] });
    assert.deepEqual(await post(person), refused('status', 400));
  });

  it('refuses what its policies and its columns do not allow', async () => {
    const closed = await start({ scenario: 'row level security' });
    assert.deepEqual(await closed.post(person), refused('status', 401));
    const related = await start({ scenario: 'foreign key' });
    assert.deepEqual(await related.post(person), refused('status', 409));
    const narrow = await start({ columns: ['email'] });
    assert.deepEqual(await narrow.post(person), refused('status', 400));
    const fields = Object.fromEntries(
      COLUMNS.filter((column) => column !== 'email').map((column) => [
        column.startsWith('utm') ? column : column.replaceAll('_', '-'),
        '',
      ]),
    );
    assert.deepEqual(await narrow.post(person, { fields }), confirmed(person));
    assert.deepEqual(narrow.stored, [{ email: 'ana@example.org' }]);
  });

  it('is sent nothing with a key that is no public one', async () => {
    const { post, received } = await start();
    for (const apikey of ['', 'sb_secret_1', jwt('service_role'), 'x.y.z', 'x.!.z']) {
      const outcome = await post(person, { extra: { apikey } });
      assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
      assert.match(outcome.reason!, /never be in a page/);
    }
    assert.deepEqual(received, []);
  });
});

describe('Proca (recorded, not live)', () => {
  const hosted = 'https://campaigns.example/join';

  async function start(scenario?: ProcaScenario) {
    const service = await startProca(scenario);
    const post = (submission: NamedSubmission, page = '42', more: Partial<Endpoint> = {}) =>
      deliverFromPage(submission, {
        url: `${service.origin}/api?id=${page}`,
        format: 'proca',
        extra: { 'hosted-page': hosted },
        ...more,
      });
    return { ...service, post };
  }

  it('keeps an action of a person, asks nothing for the lead, and knows where it came from', async () => {
    const { post, stored, received } = await start();
    assert.deepEqual(await post(person), confirmed(person));
    const [{ customFields, ...action }] = stored as [(typeof stored)[0]];
    assert.deepEqual(action, {
      type: 'join',
      contact: {
        firstName: 'Ana',
        lastName: 'Ruiz',
        email: 'ana@example.org',
        address: { country: 'US', postcode: '95814' },
      },
      optIn: true,
      leadOptIn: null,
      tracking: {
        source: 'newsletter',
        medium: 'unknown',
        campaign: 'unknown',
        content: '',
        location: 'https://firststeps.example/join',
      },
      dupeRank: 0,
    });
    assert.equal(customFields['consent-updates-text'], person.consents[0]!.text);
    assert.equal(customFields['partner'], 'first-steps');
    assert.ok(!('email' in customFields));
    assert.doesNotMatch((JSON.parse(received[1]!.body) as { query: string }).query, /Ana/);
  });

  it('keeps an organization and a pledge in custom fields, under our names or its own', async () => {
    const { post, stored } = await start();
    await post(organization);
    const extra = { list: '7' };
    await post(pledge, '42', { fields: { commitments: 'pledged', widget: '' }, extra });
    const [group, pledged] = stored as [(typeof stored)[0], (typeof stored)[0]];
    assert.equal(group.contact['phone'], '+1 (916) 555-0100 ext. 4');
    assert.partialDeepStrictEqual(group.customFields, {
      organization: 'First Steps',
      'organization-title': 'Director',
      'how-you-heard': 'De una vecina.\nEn la feria.',
      'consent-updates': '0',
    });
    assert.equal(pledged.type, 'pledge');
    assert.partialDeepStrictEqual(pledged.customFields, {
      pledged: 'share, write',
      comment: 'For my kids.\nAll of them.',
      'show-name': '1',
      list: '7',
    });
    assert.ok(!('widget' in pledged.customFields));
  });

  it('tells a "no" from a question that was not asked', async () => {
    const { post, stored } = await start();
    await post(withConsent(person, false));
    await post({ ...person, consents: [] });
    assert.deepEqual(
      stored.map(({ optIn }) => optIn),
      [false, null],
    );
  });

  it('keeps repeats, and ranks them', async () => {
    const { post, stored } = await start();
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(await post(person), confirmed(person));
    }
    assert.deepEqual(
      stored.map(({ dupeRank }) => dupeRank),
      [0, 1],
    );
  });

  for (const scenario of [undefined, 'newer errors'] as const) {
    it(`names the fields that are wrong (${scenario ?? 'older errors'})`, async () => {
      const { post, stored } = await start(scenario);
      const nameless = { ...person, member: { ...person.member, givenName: '' } };
      assert.deepEqual(await post(withEmail(nameless, 'ana')), {
        outcome: 'invalid',
        errors: [
          { pointer: '/member/givenName', code: undefined, detail: "can't be blank" },
          { pointer: '/member/email', code: undefined, detail: 'has invalid format' },
        ],
      });
      const elsewhere = { ...person, member: { ...person.member, postalCode: '00000' } };
      assert.deepEqual(
        await post(elsewhere),
        invalid('/member/postalCode', undefined, 'has invalid format'),
      );
      assert.deepEqual(stored, []);
    });
  }

  const failed: [ProcaScenario, Outcome][] = [
    ['captcha', refused('captcha', 200, hosted)],
    ['bad captcha', refused('captcha', 200, hosted)],
    ['server error', { outcome: 'unreachable', cause: 'server', status: 500 }],
  ];
  for (const [scenario, expected] of failed) {
    it(`${scenario} → ${expected.outcome}`, async () => {
      const { post, stored } = await start(scenario);
      assert.deepEqual(await post(person), expected);
      assert.deepEqual(stored, []);
    });
  }

  it('needs the number of its page, and the right one', async () => {
    const { post, received } = await start();
    const outcome = await post(person, '');
    assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
    assert.deepEqual(received, []);
    assert.deepEqual(await post(person, '43'), refused('rejected', 200));
  });
});
