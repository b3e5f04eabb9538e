import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  individualMember,
  individualSubmission as person,
  organizationSubmission as organization,
  pledgeSubmission as pledge,
} from '@pro-kid/contract/testing';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import { deliverFromPage, withConsent } from '../testing/deliver-from-page.ts';
import { startGoogleForm, type GoogleFormSettings } from '../testing/stand-ins/google-forms.ts';
import { startSalesforce, type SalesforceSettings } from '../testing/stand-ins/salesforce.ts';

const sent: Outcome = { outcome: 'sent' };
const { familyName: _, ...member } = individualMember;
const oneName: NamedSubmission = { ...person, member: { ...member, givenName: 'Suharto' } };

describe('Salesforce Web-to-Lead (recorded, not live)', () => {
  async function start(settings: SalesforceSettings = {}) {
    const service = await startSalesforce(settings);
    const post = (submission: NamedSubmission, more: Partial<Endpoint> = {}) =>
      deliverFromPage(submission, {
        url: `${service.origin}/servlet/servlet.WebToLead?encoding=UTF-8`,
        format: 'salesforce',
        extra: { oid: '00D000000000001', lead_source: 'Pro-Kid' },
        ...more,
      });
    return { ...service, post };
  }

  it('keeps a lead of a person, whose company is a filler', async () => {
    const { post, stored, received } = await start();
    assert.deepEqual(await post(person), sent);
    assert.deepEqual(stored, [
      {
        first_name: 'Ana',
        last_name: 'Ruiz',
        email: 'ana@example.org',
        zip: '95814',
        company: 'Household',
        lead_source: 'Pro-Kid',
      },
    ]);
    assert.deepEqual(
      received.map(({ method }) => method),
      ['POST'],
    );
  });

  it('keeps a person with one name as last name too, and the filler that it is given', async () => {
    const { post, stored } = await start();
    await post(oneName, { extra: { oid: '00D000000000001', company: 'Person' } });
    assert.partialDeepStrictEqual(stored, [
      { first_name: 'Suharto', last_name: 'Suharto', company: 'Person' },
    ]);
  });

  it('keeps a lead of an organization', async () => {
    const { post, stored } = await start();
    await post(organization);
    assert.partialDeepStrictEqual(stored, [
      {
        company: 'First Steps',
        title: 'Director',
        URL: 'https://firststeps.example/',
        phone: '+1 (916) 555-0100 ext. 4',
        last_name: 'Okafor',
      },
    ]);
  });

  it('keeps consents, answers, a pledge and where it came from in fields of its own', async () => {
    const { post, stored } = await start();
    const fields = {
      'consent-updates': '00N01',
      'consent-updates-text': '00N02',
      size: '00N03',
      commitments: '00N04',
      comment: '00N05',
      partner: '00N06',
    };
    await post({ ...pledge, answers: { size: 'M' } }, { fields });
    await post(withConsent(person, false), { fields });
    assert.partialDeepStrictEqual(stored, [
      {
        '00N01': '1',
        '00N02': person.consents[0]!.text,
        '00N03': 'M',
        '00N04': 'share, write',
        '00N05': 'For my kids.\nAll of them.',
        '00N06': 'first-steps',
      },
      { '00N01': '0' },
    ]);
  });

  it('says nothing of what it drops, so that no more than "sent" is claimed', async () => {
    const { post, stored } = await start({ duplicateRule: true });
    assert.deepEqual(await post(person), sent);
    assert.deepEqual(await post(person), sent);
    assert.deepEqual(await post(organization, { extra: { oid: '00D000000000999' } }), sent);
    assert.equal(stored.length, 1);
  });

  it('is sent nothing without the id of an organization', async () => {
    const { post, received, origin, stored } = await start();
    const outcome = await post(person, { extra: {} });
    assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
    assert.deepEqual(received, []);
    const url = `${origin}/servlet/servlet.WebToLead?encoding=UTF-8&orgId=00D000000000001`;
    await post(person, { url, extra: {} });
    assert.equal(stored.length, 1);
  });
});

describe('Google Forms (recorded, not live)', () => {
  const fields = {
    'given-name': 'entry.1',
    email: 'entry.2',
    organization: 'entry.3',
    'consent-updates': 'entry.4',
    size: 'entry.5',
    commitments: 'entry.6',
    partner: 'entry.7',
    comment: 'entry.8',
  };
  const questions = {
    ...Object.fromEntries(Object.values(fields).map((entry) => [entry, {}])),
    'entry.1': { isRequired: true },
    'entry.6': { boxes: ['share', 'write', 'call'] },
  };

  async function post(
    submission: NamedSubmission,
    settings: Partial<GoogleFormSettings> = {},
    more: Partial<Endpoint> = {},
    page = 'formResponse',
  ) {
    const service = await startGoogleForm({ questions, ...settings });
    const url = `${service.origin}/forms/d/e/abc/${page}`;
    const endpoint: Endpoint = { url, format: 'google-forms', fields, ...more };
    return { outcome: await deliverFromPage(submission, endpoint), ...service };
  }

  it('keeps the answers to its questions: of a person', async () => {
    const { outcome, stored, received } = await post(withConsent(person, false));
    assert.deepEqual(outcome, sent);
    assert.deepEqual(stored, [
      {
        'entry.1': ['Ana'],
        'entry.2': ['ana@example.org'],
        'entry.3': [],
        'entry.4': ['0'],
        'entry.5': [],
        'entry.6': [],
        'entry.7': ['first-steps'],
        'entry.8': [],
      },
    ]);
    assert.deepEqual(
      received.map(({ method }) => method),
      ['POST'],
    );
  });

  it('of an organization, and of a pledge with its boxes and an answer', async () => {
    const group = await post(organization);
    assert.partialDeepStrictEqual(group.stored, [{ 'entry.3': ['First Steps'] }]);
    const pledged = await post({ ...pledge, answers: { size: 'M' } });
    assert.partialDeepStrictEqual(pledged.stored, [
      {
        'entry.4': ['1'],
        'entry.5': ['M'],
        'entry.6': ['share', 'write'],
        'entry.8': ['For my kids.\nAll of them.'],
      },
    ]);
  });

  it('keeps the address in its own field where it collects addresses', async () => {
    const collecting = { questions: { 'entry.1': {} }, collectsAddresses: true };
    const own = { fields: { 'given-name': 'entry.1', email: 'emailAddress' } };
    const { stored } = await post(person, collecting, own);
    assert.deepEqual(stored, [{ 'entry.1': ['Ana'], emailAddress: ['ana@example.org'] }]);
  });

  it('is posted to also where the address is that of its page', async () => {
    assert.equal((await post(person, {}, {}, 'viewform?usp=sf_link')).stored.length, 1);
  });

  it('says nothing of what it does not take, so that no more than "sent" is claimed', async () => {
    const unanswered = { questions: { ...questions, 'entry.9': { isRequired: true } } };
    for (const settings of [unanswered, { needsSignIn: true }]) {
      const { outcome, stored } = await post(person, settings);
      assert.deepEqual(outcome, sent);
      assert.deepEqual(stored, []);
    }
  });

  it('is sent nothing without the entries of its questions', async () => {
    const { outcome, received } = await post(person, {}, { fields: { email: 'entry.2' } });
    assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
    assert.deepEqual(received, []);
  });
});
