import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
  unreachable,
  withConsent,
  withEmail,
} from '../testing/deliver-from-page.ts';
import { startAppsScript, type AppsScriptScenario } from '../testing/stand-ins/apps-script.ts';
import { startWebhook } from '../testing/stand-ins/webhook.ts';
import { startZapier } from '../testing/stand-ins/zapier.ts';

const accepted: Outcome = { outcome: 'accepted' };
const limited: Outcome = { outcome: 'limited' };

describe('Google Apps Script (recorded, not live)', () => {
  async function post(submission = person, scenario?: AppsScriptScenario) {
    const service = await startAppsScript(scenario);
    const url = `${service.origin}/macros/s/abc/exec`;
    return {
      outcome: await deliverFromPage(submission, { url, format: 'apps-script' }),
      ...service,
    };
  }

  it('keeps the whole submission, and answers from another host', async () => {
    for (const submission of [person, withConsent(person, false), organization, pledge]) {
      const { outcome, stored, received } = await post(submission);
      assert.deepEqual(outcome, confirmed(submission));
      assert.deepEqual(stored, [submission]);
      assert.deepEqual(
        received.map(({ method }) => method),
        ['POST'],
      );
    }
  });

  it('names the field that is wrong, although it can set no status', async () => {
    const { outcome, stored } = await post(withEmail(person, 'ana'));
    assert.deepEqual(outcome, invalid('/member/email', 'email'));
    assert.deepEqual(stored, []);
  });

  const failed: [AppsScriptScenario, Outcome][] = [
    ['quota error', refused('rejected', 200)],
    ['problem: limited', { outcome: 'limited', retryAfter: 30 }],
    ['problem: duplicate', { outcome: 'duplicate' }],
    ['says nothing', accepted],
    // The page to sign in may not be read, so that nobody knows.
    ['sign-in', unreachable],
  ];
  for (const [scenario, expected] of failed) {
    it(`${scenario} → ${expected.outcome}`, async () => {
      assert.deepEqual((await post(person, scenario)).outcome, expected);
    });
  }
});

describe('Zapier (recorded, not live)', () => {
  async function post(submission = person, scenario?: Parameters<typeof startZapier>[0]) {
    const service = await startZapier(scenario);
    const url = `${service.origin}/hooks/catch/1/abc/`;
    return { outcome: await deliverFromPage(submission, { url, format: 'zapier' }), ...service };
  }

  it('takes a person, an organization and a pledge without being asked by OPTIONS', async () => {
    for (const [submission, values] of [
      [person, { kind: 'individual', 'consent-updates': '1', utm_source: 'newsletter' }],
      [
        organization,
        {
          organization: 'First Steps',
          'consent-updates': '0',
          'how-you-heard': 'De una vecina.\nEn la feria.',
        },
      ],
      [pledge, { commitments: 'share, write', 'show-name': '1' }],
    ] as const) {
      const { outcome, stored, received } = await post(submission);
      assert.deepEqual(outcome, accepted);
      assert.partialDeepStrictEqual(stored, [
        { id: submission.id, email: submission.member.email, ...values },
      ]);
      assert.deepEqual(
        received.map(({ method }) => method),
        ['POST'],
      );
    }
  });

  it('may have it even where its answer cannot be read, so it is not sent again', async () => {
    const { outcome, stored } = await post(person, 'unreadable');
    assert.deepEqual(outcome, unreachable);
    assert.equal(stored.length, 1);
  });

  it('says that it is busy', async () => {
    const { outcome, stored } = await post(person, 'rate-limited');
    assert.deepEqual(outcome, limited);
    assert.deepEqual(stored, []);
  });

  it('refuses a hook that is none', async () => {
    const { origin } = await startZapier();
    const endpoint = { url: `${origin}/hooks/catch/`, format: 'zapier' } as const;
    assert.deepEqual(await deliverFromPage(person, endpoint), refused('status', 404));
  });
});

describe('webhooks of Make and n8n (recorded, not live)', () => {
  type Scenario = NonNullable<Parameters<typeof startWebhook>[0]>;

  async function post(submission = person, scenario?: Scenario) {
    const service = await startWebhook(scenario);
    const url = `${service.origin}/webhook/abc`;
    return { outcome: await deliverFromPage(submission, { url, format: 'webhook' }), ...service };
  }

  const table: [Scenario, Outcome][] = [
    ['Make accepts', accepted],
    ['Make is full', limited],
    ['n8n starts', accepted],
    ['n8n knows no such hook', refused('status', 404)],
    ['n8n refuses the address', refused('status', 403)],
    ['own receipt', confirmed(person)],
    ['own problem', invalid('/member/email', 'email')],
    ['own duplicate', { outcome: 'duplicate' }],
  ];
  for (const [scenario, expected] of table) {
    it(`${scenario} → ${expected.outcome}`, async () => {
      assert.deepEqual((await post(person, scenario)).outcome, expected);
    });
  }

  it('take a person, an organization and a pledge as a form', async () => {
    const [individual] = (await post(withConsent(person, false))).stored;
    assert.equal(individual!['given-name'], 'Ana');
    assert.equal(individual!['consent-updates'], '0');
    const [group] = (await post(organization)).stored;
    assert.equal(group!['organization-title'], 'Director');
    assert.equal(group!['how-you-heard'], 'De una vecina.\nEn la feria.');
    const [pledged] = (await post(pledge)).stored;
    assert.equal(pledged!['comment'], 'For my kids.\nAll of them.');
    assert.equal(pledged!['page'], 'https://firststeps.example/join');
  });
});
