import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '@pro-kid/client';
import type { Submission } from '@pro-kid/contract';
import {
  individualSubmission,
  organizationSubmission,
  pledgeSubmission,
  samplePledge,
} from '@pro-kid/contract/testing';
import { createApp, openStore } from '@pro-kid/receiver';

const url = 'https://receiver.example/submissions';
const origin = 'https://firststeps.example';

/** The receiver in this very process, without a port; its client is a page of a partner's site. */
async function openReceiver() {
  const store = await openStore(':memory:');
  const app = createApp({ store, origins: [origin] });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.headers.set('origin', origin);
    return app.fetch(request);
  };
  return { store, fetch };
}

test('the receiver takes what deliver() sends, without a port between them', async (t) => {
  const { store, fetch } = await openReceiver();
  t.after(() => store.close());
  const campaign = 'permanent-connections';
  const pledge = { ...pledgeSubmission, source: { ...pledgeSubmission.source, campaign } };
  const submissions = [individualSubmission, organizationSubmission, pledge];

  for (const submission of submissions) {
    const outcome = await deliver(submission, { url }, { fetch });
    assert.partialDeepStrictEqual(outcome, {
      outcome: 'confirmed',
      receipt: { id: submission.id, status: 'confirmed' },
    });
  }
  const assertCounted = async () => {
    assert.partialDeepStrictEqual(await store.counts(), { individuals: 1, organizations: 1 });
    assert.partialDeepStrictEqual(await store.counts({ campaign, byPartner: true }), {
      individuals: 1,
      organizations: 0,
      partners: { 'first-steps': { individuals: 1, organizations: 0 } },
    });
  };
  await assertCounted();

  await t.test('once, however often it is sent', async () => {
    const again = await Promise.all(
      submissions.map((submission) => deliver(submission, { url }, { fetch })),
    );
    for (const { outcome } of again) assert.equal(outcome, 'confirmed');
    await assertCounted();
  });

  await t.test('and names the fields that are wrong', async () => {
    const member = { ...individualSubmission.member, email: 'ana' };
    const outcome = await deliver({ ...individualSubmission, member }, { url }, { fetch });
    assert.partialDeepStrictEqual(outcome, {
      outcome: 'invalid',
      errors: [{ pointer: '/member/email', code: 'email' }],
    });
  });

  await t.test('and says no to a format that it does not speak', async () => {
    const simple = await deliver(individualSubmission, { url, format: 'json-simple' }, { fetch });
    assert.deepEqual(simple, { outcome: 'refused', code: 'status', status: 415 });
  });
});

test('deliver() reads why a campaign that the receiver knows does not take a pledge', async (t) => {
  const campaign = {
    ...samplePledge,
    opens: '2026-11-01T00:00:00Z',
    closes: '2026-12-01T00:00:00Z',
  };
  const clock = { now: '' };
  const store = await openStore(':memory:');
  t.after(() => store.close());
  const app = createApp({
    store,
    origins: [origin],
    campaigns: [campaign],
    now: () => Date.parse(clock.now),
  });
  const fetch: typeof globalThis.fetch = async (input, init) => app.fetch(new Request(input, init));
  const pledge = {
    ...pledgeSubmission,
    source: { ...pledgeSubmission.source, campaign: campaign.id },
  };
  const send = (submission: Submission) => deliver(submission, { url }, { fetch });

  for (const time of ['2026-10-31T00:00:00Z', '2026-12-01T00:00:00Z']) {
    clock.now = time;
    const outcome = await send(pledge);
    assert.deepEqual(outcome, { outcome: 'refused', code: 'status', status: 403 });
  }

  clock.now = '2026-11-15T00:00:00Z';
  const { pledge: pledged } = pledge;
  const wrong = await send({ ...pledge, pledge: { ...pledged!, commitments: ['fly'] } });
  assert.partialDeepStrictEqual(wrong, {
    outcome: 'invalid',
    errors: [
      { pointer: '/pledge/commitments/0', code: 'unknown' },
      { pointer: '/pledge/commitments', code: 'required' },
    ],
  });
  assert.equal((await send(pledge)).outcome, 'confirmed');
});
