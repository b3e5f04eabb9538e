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
import {
  startActionNetwork,
  type ActionNetworkSettings,
} from '../testing/stand-ins/action-network.ts';
import { startHubspot, type HubspotSettings } from '../testing/stand-ins/hubspot.ts';

const accepted: Outcome = { outcome: 'accepted' };
const hosted = 'https://share.hsforms.com/1';

describe('Action Network (recorded, not live)', () => {
  async function start(settings: ActionNetworkSettings = {}) {
    const service = await startActionNetwork(settings);
    const post = (submission: NamedSubmission, path = 'forms/known/submissions', more = {}) =>
      deliverFromPage(submission, {
        url: `${service.origin}/api/v2/${path}`,
        format: 'action-network',
        ...more,
      });
    return { ...service, post };
  }

  it('keeps a person, with the consent as 1 and everything else in custom fields', async () => {
    const { post, stored, received } = await start();
    assert.deepEqual(await post(person), accepted);
    assert.deepEqual(stored, [
      {
        person: {
          given_name: 'Ana',
          family_name: 'Ruiz',
          email_addresses: [{ address: 'ana@example.org', status: 'subscribed' }],
          postal_addresses: [{ postal_code: '95814', country: 'US' }],
          languages_spoken: ['en'],
          custom_fields: {
            id: person.id,
            type: 'join',
            kind: 'individual',
            'consent-updates': '1',
            'consent-updates-text': person.consents[0]!.text,
            'consent-updates-language': 'en',
            partner: 'first-steps',
            page: 'https://firststeps.example/join',
            referrer: 'https://search.example',
            utm_source: 'newsletter',
            widget: 'pro-kid-join',
            'widget-version': '0.1.0',
            language: 'en',
            'submitted-at': person.submittedAt,
          },
        },
        isSubscribed: true,
        tags: [],
        comments: undefined,
        referrer: { source: 'first-steps', website: 'https://firststeps.example/join' },
      },
    ]);
    assert.deepEqual(
      received.map(({ method }) => method),
      ['OPTIONS', 'POST'],
    );
  });

  it('keeps an organization as employer and title, with its answers', async () => {
    const { post, stored } = await start();
    await post(organization);
    const { custom_fields: custom = {}, ...known } = stored[0]!.person;
    assert.equal(known['employer'], 'First Steps');
    assert.equal(known['work_title'], 'Director');
    assert.deepEqual(known['phone_numbers'], [{ number: '+1 (916) 555-0100 ext. 4' }]);
    assert.deepEqual(known.email_addresses, [{ address: 'ben@firststeps.example' }]);
    assert.equal(custom['organization'], 'First Steps');
    assert.equal(custom['url'], 'https://firststeps.example/');
    assert.equal(custom['how-you-heard'], 'De una vecina.\nEn la feria.');
    assert.equal(custom['consent-updates'], '0');
  });

  it('keeps a pledge at a petition, with its comment and the tags that exist', async () => {
    const { post, stored } = await start({ tags: ['kids'] });
    const tagged = { extra: { add_tags: 'kids, vote' } };
    assert.deepEqual(await post(pledge, 'petitions/known/signatures', tagged), accepted);
    const { comments, tags, person: signer } = stored[0]!;
    assert.equal(comments, 'For my kids.\nAll of them.');
    assert.deepEqual(tags, ['kids']);
    assert.equal(signer.custom_fields!['commitments'], 'share, write');
    assert.equal(signer.custom_fields!['show-name'], '1');
  });

  it('leaves no old "yes" standing when the same person comes again without it', async () => {
    const { post, stored } = await start();
    await post(person);
    await post(withConsent(person, false));
    assert.equal(stored.length, 1);
    assert.equal(stored[0]!.person.custom_fields!['consent-updates'], '0');
  });

  it('subscribes those who have left only if they ticked the box', async () => {
    const { post, stored } = await start({ unsubscribed: ['ana@example.org'] });
    await post(withConsent(person, false));
    assert.equal(stored[0]!.isSubscribed, false);
    await post({ ...person, consents: [] });
    assert.equal(stored[0]!.isSubscribed, false);
    await post(person);
    assert.equal(stored[0]!.isSubscribed, true);
  });

  it('says {} to what it does not take, so that no more is claimed', async () => {
    const { post, stored } = await start();
    assert.deepEqual(await post(withEmail(person, 'ana')), accepted);
    assert.deepEqual(stored, []);
    assert.deepEqual(await post(person, 'forms/another/submissions'), refused('status', 404));
  });

  const failed: [ActionNetworkSettings['scenario'] & string, Outcome][] = [
    ['OSDI error', invalid('/member/email', undefined, 'Email address is invalid')],
    ['OSDI error on 200', invalid('/member/email', undefined, 'Email address is invalid')],
    ['rate-limited', { outcome: 'limited' }],
    ['page on 200', refused('unreadable-answer', 200)],
  ];
  for (const [scenario, expected] of failed) {
    it(`${scenario} → ${expected.outcome}`, async () => {
      const { post } = await start({ scenario });
      assert.deepEqual(await post(person), expected);
    });
  }
});

describe('HubSpot (recorded, not live)', () => {
  async function post(
    submission = person,
    settings: HubspotSettings = {},
    more: Partial<Endpoint> = {},
  ) {
    const service = await startHubspot(settings);
    const outcome = await deliverFromPage(submission, {
      url: `${service.origin}/submissions/v3/integration/submit/1/a-b`,
      format: 'hubspot',
      extra: { 'hosted-page': hosted },
      ...more,
    });
    return { outcome, ...service };
  }

  it('keeps contact and company apart', async () => {
    const { outcome, stored } = await post(organization);
    assert.deepEqual(outcome, confirmed(organization));
    const [{ fields, submittedAt, context }] = stored as [(typeof stored)[0]];
    assert.deepEqual(
      fields.map(({ objectTypeId, name, value }) => `${objectTypeId} ${name}=${value}`),
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
    assert.equal(submittedAt, Date.parse(organization.submittedAt));
    assert.equal(context?.pageUri, 'https://firststeps.example/join');
  });

  it('keeps a consent that was given, with its exact words', async () => {
    const extra = { subscriptionTypeId: '7' };
    const { outcome, stored } = await post(person, {}, { extra });
    assert.deepEqual(outcome, confirmed(person));
    const { text } = person.consents[0]!;
    assert.deepEqual(stored[0]!.legalConsentOptions, {
      consent: {
        consentToProcess: true,
        text,
        communications: [{ value: true, subscriptionTypeId: 7, text }],
      },
    });
  });

  it('takes those who did not tick the box, and is told of no consent', async () => {
    const { outcome, stored } = await post(withConsent(person, false));
    assert.deepEqual(outcome, confirmed(person));
    assert.equal(stored[0]!.legalConsentOptions, undefined);
  });

  it('keeps a pledge, an answer and where it came from in properties that are named for it', async () => {
    const fields = {
      commitments: 'pledged',
      comment: 'message',
      size: 't_shirt',
      partner: '0-2/partner',
      'consent-updates': 'wants_updates',
    };
    const submission = { ...pledge, answers: { size: 'M', unnamed: 'x' } };
    const known = ['firstname', 'lastname', 'email', 'zip', ...Object.values(fields)];
    const { outcome, stored } = await post(submission, { fields: known }, { fields });
    assert.deepEqual(outcome, confirmed(pledge));
    const values = stored[0]!.fields.map(({ objectTypeId, name, value }) => [
      `${objectTypeId}/${name}`,
      value,
    ]);
    assert.partialDeepStrictEqual(Object.fromEntries(values), {
      '0-1/pledged': 'share, write',
      '0-1/message': 'For my kids.\nAll of them.',
      '0-1/t_shirt': 'M',
      '0-2/partner': 'first-steps',
      '0-1/wants_updates': '1',
    });
  });

  it('names the fields that are wrong, of contact and company', async () => {
    const wrong = await post(withEmail(person, 'ana'));
    assert.deepEqual(wrong.outcome, invalid('/member/email', 'email'));
    const blocked = await post(withEmail(person, 'ana@blocked.example'));
    assert.deepEqual(blocked.outcome, invalid('/member/email', 'email'));
    const missing = await post(person, { required: ['email', 'phone', '0-2/name'] });
    assert.deepEqual(missing.outcome, {
      outcome: 'invalid',
      errors: [
        { pointer: '/member/telephone', code: 'required', detail: undefined },
        { pointer: '/member/name', code: 'required', detail: undefined },
      ],
    });
    const long = { ...person, answers: { story: 'x'.repeat(70_000) } };
    const known = { fields: ['firstname', 'lastname', 'email', 'zip', 'message'] };
    const large = await post(long, known, { fields: { story: 'message' } });
    assert.deepEqual(large.outcome, invalid('/answers/story', 'too-long'));
    assert.deepEqual([...wrong.stored, ...missing.stored, ...large.stored], []);
  });

  it('refuses a field that its form lacks, which no visitor can mend', async () => {
    const { outcome, stored } = await post(person, { fields: ['firstname', 'lastname', 'email'] });
    assert.deepEqual(outcome, refused('status', 400));
    assert.deepEqual(stored, []);
  });

  it('sends visitors to its own page when somebody has turned on its captcha', async () => {
    const { outcome } = await post(person, { scenario: 'captcha' });
    assert.deepEqual(outcome, refused('captcha', 400, hosted));
  });

  it('says that it is busy', async () => {
    const { outcome } = await post(person, { scenario: 'rate-limited' });
    assert.deepEqual(outcome, { outcome: 'limited' });
  });
});
