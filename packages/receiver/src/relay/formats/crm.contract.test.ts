import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { individualSubmission, organizationMember } from '@pro-kid/contract/testing';
import type { NamedSubmission } from '@pro-kid/contract';
import { startService, type ServiceAnswer } from '../../testing/service.ts';
import { exchange } from '../exchange.ts';
import type { Target } from '../target.ts';
import { loadRelayFormat, type RelayFormatName } from './load-relay-format.ts';

const agreed: NamedSubmission = {
  ...individualSubmission,
  member: {
    kind: 'individual',
    givenName: 'Ana',
    familyName: 'Ruiz',
    email: 'ana@example.org',
    telephone: '+19165550100',
    postalCode: '95814',
  },
  consents: [{ id: 'updates', granted: true, text: 'Send me updates', language: 'en' }],
};
const silent: NamedSubmission = {
  ...agreed,
  member: { ...organizationMember, email: 'ben@example.org' },
  consents: [{ id: 'updates', granted: false, text: 'Send me updates', language: 'en' }],
};

interface Case {
  format: RelayFormatName;
  path: string;
  secret: string;
}

/** Sends a submission over HTTP, and says what arrived and what became of it. */
async function relay(
  test: TestContext,
  { format, path, secret }: Case,
  submission: NamedSubmission,
  answer: ServiceAnswer,
  parts: Partial<Target> = {},
) {
  const service = await startService(test, () => answer);
  const target: Target = { name: 'crm', format, url: `${service.origin}${path}`, secret, ...parts };
  const loaded = await loadRelayFormat(target);
  const request = loaded.request({ submission, countedAt: '', now: 0 }, target);
  assert.ok('init' in request);
  const answered = await exchange(request, { timeout: 5_000 });
  assert.ok(typeof answered !== 'string');
  const [received] = service.received;
  return {
    received: received!,
    body: JSON.parse(received!.body) as Record<string, unknown>,
    outcome: loaded.read(answered, submission, target),
  };
}

const person = { identifiers: ['action_network:1'], given_name: 'Ana' };
const actionNetwork: Case = {
  format: 'action-network-api',
  path: '/api/v2/people/',
  secret: 'an-key',
};

describe('Action Network with a key (recorded, not live)', () => {
  it('signs a person up, with the key in its header', async (test) => {
    const sent = await relay(
      test,
      actionNetwork,
      agreed,
      { status: 200, body: person },
      {
        extra: { add_tags: 'Pro-Kid, News' },
      },
    );
    assert.equal(sent.received.method, 'POST');
    assert.equal(sent.received.path, '/api/v2/people/');
    assert.equal(sent.received.headers['osdi-api-token'], 'an-key');
    const { given_name, email_addresses } = sent.body['person'] as Record<string, unknown>;
    assert.equal(given_name, 'Ana');
    assert.deepEqual(email_addresses, [{ address: 'ana@example.org', status: 'subscribed' }]);
    assert.deepEqual(sent.body['add_tags'], ['Pro-Kid', 'News']);
    assert.deepEqual(Object.keys(sent.body).toSorted(), ['add_tags', 'person']);
    assert.deepEqual(sent.outcome, { outcome: 'accepted' });
  });

  it('records a signature with its comment and source, and subscribes nobody who did not ask', async (test) => {
    const signature: NamedSubmission = {
      ...silent,
      type: 'petition',
      petition: { comment: 'For my school.', showName: false },
    };
    const petition = { ...actionNetwork, path: '/api/v2/petitions/1/signatures' };
    const sent = await relay(test, petition, signature, { status: 200, body: person });
    assert.equal(sent.body['comments'], 'For my school.');
    assert.ok(sent.body['action_network:referrer_data']);
    const { email_addresses } = sent.body['person'] as Record<string, unknown>;
    assert.deepEqual(email_addresses, [{ address: 'ben@example.org' }]);
    assert.deepEqual(sent.outcome, { outcome: 'accepted' });
  });

  it('believes no answer that names nothing kept, and tells wrong fields from wrong keys', async (test) => {
    const outcomeOf = async (answer: ServiceAnswer) =>
      (await relay(test, actionNetwork, agreed, answer)).outcome;
    assert.deepEqual(await outcomeOf({ status: 200, body: {} }), {
      outcome: 'refused',
      code: 'unreadable-answer',
      status: 200,
    });
    assert.deepEqual(await outcomeOf({ status: 403, body: { error: 'API Key invalid' } }), {
      outcome: 'refused',
      code: 'status',
      status: 403,
    });
    const described = { properties: ['email_addresses[0].address'], description: 'is invalid' };
    const error = { 'osdi:error': { resource_status: [{ error_descriptions: [described] }] } };
    assert.equal((await outcomeOf({ status: 400, body: error })).outcome, 'invalid');
  });
});

const everyAction: Case = {
  format: 'everyaction',
  path: '/v4/people/findOrCreate',
  secret: 'app:1234-abcd|1',
};

describe('EveryAction (recorded, not live)', () => {
  it('finds or creates a person, and says who asks by Basic authentication', async (test) => {
    const body = { vanId: 100000001, status: 'UnmatchedStored' };
    const sent = await relay(test, everyAction, agreed, { status: 201, body });
    const { authorization = '' } = sent.received.headers;
    assert.equal(atob(authorization.replace('Basic ', '')), 'app:1234-abcd|1');
    assert.deepEqual(sent.body, {
      firstName: 'Ana',
      lastName: 'Ruiz',
      emails: [{ email: 'ana@example.org', isPreferred: true, isSubscribed: true }],
      phones: [{ phoneNumber: '+19165550100' }],
      addresses: [{ zipOrPostalCode: '95814', countryCode: 'US' }],
    });
    assert.deepEqual(sent.outcome, { outcome: 'accepted' });
  });

  it('takes 302 with a person for what it means here, and does not go there', async (test) => {
    const answer = {
      status: 302,
      body: { vanId: 100000001, status: 'Matched' },
      headers: { location: 'https://elsewhere.example/' },
    };
    const sent = await relay(test, everyAction, silent, answer);
    assert.deepEqual(sent.body['emails'], [{ email: 'ben@example.org', isPreferred: true }]);
    assert.equal(sent.body['employer'], organizationMember.name);
    assert.deepEqual(sent.outcome, { outcome: 'accepted' });
    const elsewhere = { ...answer, body: 'Moved' };
    const { outcome } = await relay(test, everyAction, silent, elsewhere);
    assert.deepEqual(outcome, { outcome: 'refused', code: 'unreadable-answer', status: 302 });
  });

  it('takes over no words of an error, which may quote the person', async (test) => {
    const errors = [{ code: 'INVALID_PARAMETER', text: 'ana@example.org', properties: ['emails'] }];
    const { outcome } = await relay(test, everyAction, agreed, { status: 400, body: { errors } });
    assert.deepEqual(outcome, { outcome: 'invalid', errors: [{ pointer: '', code: 'other' }] });
  });
});

const nationBuilder: Case = {
  format: 'nationbuilder',
  path: '/api/v2/signups/push',
  secret: 'nb-token',
};

describe('NationBuilder (recorded, not live)', () => {
  it('pushes a signup, with attributes of its own', async (test) => {
    const answer = { status: 201, body: { data: { id: '7', type: 'signups' } } };
    const extra = { signup_type: '0' };
    const sent = await relay(test, nationBuilder, agreed, answer, { extra });
    assert.equal(sent.received.method, 'PATCH');
    assert.equal(sent.received.headers['authorization'], 'Bearer nb-token');
    assert.deepEqual(sent.body, {
      data: {
        type: 'signups',
        attributes: {
          first_name: 'Ana',
          last_name: 'Ruiz',
          email: 'ana@example.org',
          email_opt_in: true,
          phone_number: '+19165550100',
          home_address_attributes: { zip: '95814', country_code: 'US' },
          signup_type: '0',
        },
      },
    });
    assert.deepEqual(sent.outcome, { outcome: 'accepted' });
  });

  it('opts nobody out who did not opt in, and waits for as long as it is told', async (test) => {
    const busy = { status: 429, headers: { 'retry-after': '30' } };
    const sent = await relay(test, nationBuilder, silent, busy);
    const { attributes } = sent.body['data'] as { attributes: Record<string, unknown> };
    assert.ok(!('email_opt_in' in attributes));
    assert.equal(attributes['employer'], organizationMember.name);
    assert.deepEqual(sent.outcome, { outcome: 'limited', retryAfter: 30 });
  });

  it('believes no answer without a signup', async (test) => {
    const page = { status: 200, body: '<!doctype html>' };
    const { outcome } = await relay(test, nationBuilder, agreed, page);
    assert.deepEqual(outcome, { outcome: 'refused', code: 'unreadable-answer', status: 200 });
  });
});
