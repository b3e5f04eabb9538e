import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import type { Outcome } from '../outcome.ts';
import {
  confirmed,
  deliverFromPage,
  invalid,
  refused,
  withConsent,
  withEmail,
} from '../testing/deliver-from-page.ts';
import { startFormService, type FormServiceScenario } from '../testing/stand-ins/form-service.ts';
import { startFormspree, type FormspreeSettings } from '../testing/stand-ins/formspree.ts';
import { startNetlify } from '../testing/stand-ins/netlify.ts';

const hosted = 'https://forms.example/join';
const accepted: Outcome = { outcome: 'accepted' };

describe('a form service of the family of Basin and Getform (recorded, not live)', () => {
  async function post(submission = person, scenario?: FormServiceScenario, expose?: string) {
    const service = await startFormService(scenario, expose);
    const outcome = await deliverFromPage(submission, {
      url: `${service.origin}/f/abc`,
      format: 'form',
      extra: { 'hosted-page': hosted },
    });
    return { outcome, ...service };
  }

  it('keeps a person, with the words of the consent beside it and where it came from', async () => {
    const { outcome, stored, received } = await post();
    assert.deepEqual(outcome, confirmed(person));
    assert.deepEqual(stored, [
      {
        id: person.id,
        type: 'join',
        kind: 'individual',
        'given-name': 'Ana',
        'family-name': 'Ruiz',
        email: 'ana@example.org',
        'postal-code': '95814',
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
    ]);
    assert.deepEqual(
      received.map(({ method }) => method),
      ['POST'],
    );
  });

  it('keeps an organization, its contact, the answers and a consent that was not given', async () => {
    const { stored } = await post(organization);
    const { kind, url, tel, authorized, ...row } = stored[0]!;
    assert.deepEqual(
      [kind, url, tel, authorized],
      ['organization', 'https://firststeps.example/', '+1 (916) 555-0100 ext. 4', '1'],
    );
    assert.equal(row['organization'], 'First Steps');
    assert.equal(row['organization-title'], 'Director');
    assert.equal(row['postal-code'], '00501-1234');
    assert.equal(row['consent-updates'], '0');
    assert.equal(row['consent-updates-text'], 'Quiero recibir novedades.');
    assert.equal(row['how-you-heard'], 'De una vecina.\nEn la feria.');
  });

  it('keeps a pledge, with its comment', async () => {
    const [row] = (await post(pledge)).stored;
    const { type, commitments, comment, 'show-name': showName } = row!;
    assert.deepEqual(
      [type, commitments, comment, showName],
      ['pledge', 'share, write', 'For my kids.\nAll of them.', '1'],
    );
  });

  const failed: [FormServiceScenario, Outcome][] = [
    ['error on 200', refused('rejected', 200)],
    ['not ok on 200', refused('rejected', 200)],
    ['page on 200', refused('unreadable-answer', 200)],
    // It may have kept it, but what came back is an answer to something else.
    ['shows a page', refused('redirected', 200)],
    ['plan limit', refused('status', 402)],
    ['wrong origin', refused('status', 403)],
    ['captcha', refused('captcha', 403, hosted)],
    ['captcha on 200', refused('captcha', 200, hosted)],
    ['no such form', refused('status', 404)],
    ['rate-limited', { outcome: 'limited' }],
  ];
  for (const [scenario, expected] of failed) {
    it(`${scenario} → ${expected.outcome}, and nothing is kept`, async () => {
      const { outcome, stored } = await post(person, scenario);
      assert.deepEqual(outcome, expected);
      assert.deepEqual(stored, []);
    });
  }

  it('is thanked for only as far as its words go', async () => {
    assert.deepEqual((await post(person, 'says success')).outcome, confirmed(person));
    assert.deepEqual((await post(person, 'says nothing')).outcome, accepted);
    assert.deepEqual((await post(person, 'has no words')).outcome, accepted);
  });

  it('says when to come back, where it lets pages read that', async () => {
    const { outcome } = await post(person, 'rate-limited', 'Retry-After');
    assert.deepEqual(outcome, { outcome: 'limited', retryAfter: 9 });
  });

  it('takes no more than it has room for', async () => {
    const { outcome } = await post({ ...person, answers: { story: 'x'.repeat(30_000) } });
    assert.deepEqual(outcome, refused('status', 413));
  });
});

describe('Formspree (recorded, not live)', () => {
  async function post(submission = person, settings: FormspreeSettings = {}, fields = {}) {
    const service = await startFormspree(settings);
    const outcome = await deliverFromPage(submission, {
      url: `${service.origin}/f/abc`,
      format: 'formspree',
      fields,
      extra: { 'hosted-page': hosted },
    });
    return { outcome, ...service };
  }

  it('keeps a person, an organization and a pledge under our names or its own', async () => {
    const individual = await post(withConsent(person, false), {}, { 'given-name': 'FNAME' });
    assert.deepEqual(individual.outcome, confirmed(person));
    assert.equal(individual.stored[0]!['FNAME'], 'Ana');
    assert.equal(individual.stored[0]!['consent-updates'], '0');
    assert.ok(!('given-name' in individual.stored[0]!));
    const group = await post(organization);
    assert.deepEqual(group.outcome, confirmed(organization));
    assert.equal(group.stored[0]!['organization'], 'First Steps');
    assert.equal(group.stored[0]!['how-you-heard'], 'De una vecina.\nEn la feria.');
    const pledged = await post(pledge);
    assert.deepEqual(pledged.outcome, confirmed(pledge));
    assert.equal(pledged.stored[0]!['commitments'], 'share, write');
    assert.equal(pledged.stored[0]!['partner'], 'first-steps');
  });

  it('names the fields that are wrong, in our code', async () => {
    const wrong = await post(withEmail(person, 'ana'), { required: ['email', 'tel'] });
    assert.deepEqual(wrong.outcome, {
      outcome: 'invalid',
      errors: [
        { pointer: '/member/telephone', code: 'required', detail: 'is required' },
        { pointer: '/member/email', code: 'email', detail: 'should be an email' },
      ],
    });
    const asked = await post(person, { required: ['FNAME', 'size'] }, { 'given-name': 'FNAME' });
    assert.deepEqual(asked.outcome, invalid('/answers/size', 'required', 'is required'));
    assert.deepEqual([...wrong.stored, ...asked.stored], []);
  });

  const failed: [FormspreeSettings['scenario'] & string, Outcome][] = [
    ['blocked', refused('status', 403)],
    ['inactive', refused('status', 403)],
    ['no such form', refused('status', 404)],
    ['captcha', refused('captcha', 403, hosted)],
    ['quota on 200', refused('rejected', 200)],
    ['rate-limited', { outcome: 'limited' }],
  ];
  for (const [scenario, expected] of failed) {
    it(`${scenario} → ${expected.outcome}, and nothing is kept`, async () => {
      const { outcome, stored } = await post(person, { scenario });
      assert.deepEqual(outcome, expected);
      assert.deepEqual(stored, []);
    });
  }

  it('sees which site a post comes from, and takes it from its own alone', async () => {
    const own = await post(person, { host: 'firststeps.example' });
    assert.deepEqual(own.outcome, confirmed(person));
    const other = await post(person, { host: 'another.example' });
    assert.deepEqual(other.outcome, refused('status', 403));
  });
});

describe('Netlify Forms (recorded, not live)', () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, 'location'));

  async function post(submission = person, extra: object = {}, site?: string) {
    const service = await startNetlify({
      fields: [
        'given-name',
        'email',
        'commitments',
        'organization',
        'consent-updates',
        'how-you-heard',
      ],
      honeypot: 'bot-field',
    });
    const page = `${site ?? service.origin}/join`;
    Object.defineProperty(globalThis, 'location', { value: new URL(page), configurable: true });
    const outcome = await deliverFromPage(
      submission,
      { url: `${service.origin}/`, format: 'netlify', extra: { 'form-name': 'join', ...extra } },
      page,
    );
    return { outcome, ...service };
  }

  it('keeps what the form had when it was deployed, and answers with a page', async () => {
    const { outcome, stored } = await post();
    assert.deepEqual(outcome, accepted);
    assert.deepEqual(stored, [
      { 'given-name': 'Ana', email: 'ana@example.org', 'consent-updates': '1' },
    ]);
    const [group] = (await post(organization)).stored;
    assert.equal(group!['organization'], 'First Steps');
    assert.equal(group!['consent-updates'], '0');
    assert.equal(group!['how-you-heard'], 'De una vecina.\nEn la feria.');
    assert.equal((await post(pledge)).stored[0]!['commitments'], 'share, write');
  });

  it('does not say that it took something for spam, so that no more is claimed', async () => {
    const { outcome, stored } = await post(person, { 'bot-field': 'x' });
    assert.deepEqual(outcome, accepted);
    assert.deepEqual(stored, []);
  });

  it('knows no form of another name', async () => {
    const { outcome } = await post(person, { 'form-name': 'contact' });
    assert.deepEqual(outcome, refused('status', 404));
  });

  it('is sent nothing without the name of its form, or from another site', async () => {
    for (const { outcome, received } of [
      await post(person, { 'form-name': '' }),
      await post(person, {}, 'https://firststeps.example'),
    ]) {
      assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
      assert.deepEqual(received, []);
    }
  });
});
