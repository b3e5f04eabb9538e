import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { deliver, type Outcome } from './index.ts';
import { retryDelay, sleep } from './retry.ts';

const endpoint = { url: 'https://receiver.example/s' };
const receipt = { id: submission.id, status: 'confirmed' };

/** Delivers through a network that answers as listed; each answer is a Response or a failure. */
async function deliverThrough(...answers: (Response | 'fails')[]) {
  const sent: { body: unknown; keepalive: boolean | undefined }[] = [];
  const waits: number[] = [];
  const fetch: typeof globalThis.fetch = (_url, init) => {
    sent.push({ body: JSON.parse(init?.body as string), keepalive: init?.keepalive });
    const answer = answers[sent.length - 1] ?? 'fails';
    return answer === 'fails' ? Promise.reject(new TypeError()) : Promise.resolve(answer);
  };
  const wait = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const outcome = await deliver(submission, endpoint, { fetch, wait });
  return { outcome, sent, waits };
}

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

describe('trying again', () => {
  it('after a broken connection, with the same submission, until it is in', async () => {
    const { outcome, sent, waits } = await deliverThrough('fails', 'fails', answer(201, receipt));
    assert.equal(outcome.outcome, 'confirmed');
    assert.equal(sent.length, 3);
    for (const { body } of sent) assert.deepEqual(body, submission);
    assert.equal(waits.length, 2);
  });

  it('at most three times', async () => {
    const { outcome, sent } = await deliverThrough();
    assert.deepEqual(outcome, { outcome: 'unreachable', cause: 'network' });
    assert.equal(sent.length, 4);
  });

  it('after 429 and 502 to 504, not after any other status', async () => {
    for (const [status, requests] of [
      [429, 4],
      [502, 4],
      [503, 4],
      [504, 4],
      [500, 1],
      [501, 1],
      [400, 1],
      [403, 1],
      [408, 1],
      [409, 1],
      [422, 1],
    ] as const) {
      const { sent } = await deliverThrough(...Array.from({ length: 4 }, () => answer(status)));
      assert.equal(sent.length, requests, String(status));
    }
  });

  it('after any problem that its endpoint calls retryable', async () => {
    const running = answer(409, { type: '/problems/in-progress', retryable: true, retryAfter: 1 });
    const { outcome, sent, waits } = await deliverThrough(running, answer(201, receipt));
    assert.equal(outcome.outcome, 'confirmed');
    assert.deepEqual(sent[1]?.body, sent[0]?.body);
    assert.deepEqual(waits, [1000]);
    const refused = await deliverThrough(answer(409, { retryable: false }));
    assert.equal(refused.sent.length, 1);
  });

  it('as late as the service asks, but never later than is better told to the visitor', async () => {
    const soon = await deliverThrough(
      answer(429, {}, { 'retry-after': '3' }),
      answer(201, receipt),
    );
    assert.equal(soon.outcome.outcome, 'confirmed');
    assert.deepEqual(soon.waits, [3000]);

    const late = await deliverThrough(answer(429, {}, { 'retry-after': '60' }));
    assert.deepEqual(late.outcome, { outcome: 'limited', retryAfter: 60 });
    assert.equal(late.sent.length, 1);
  });

  it('waits longer each time, never the same for all', () => {
    const broken: Outcome = { outcome: 'unreachable', cause: 'network' };
    for (const [tries, longest] of [
      [0, 500],
      [1, 1000],
      [2, 2000],
    ] as const) {
      const delays = Array.from({ length: 50 }, () => retryDelay(broken, true, tries)!);
      assert.ok(delays.every((delay) => delay >= longest / 2 && delay <= longest));
      assert.ok(new Set(delays).size > 1);
    }
  });

  it('never where the endpoint would keep it twice, unless it said that it kept nothing', () => {
    for (const cause of ['network', 'cut', 'timeout', 'server', 'offline', 'aborted'] as const) {
      assert.equal(retryDelay({ outcome: 'unreachable', cause, status: 502 }, false, 0), undefined);
    }
    assert.ok(retryDelay({ outcome: 'limited' }, false, 0));
  });

  it('never after a time-out: the visitor has waited long enough', () => {
    assert.equal(retryDelay({ outcome: 'unreachable', cause: 'timeout' }, true, 0), undefined);
  });

  it('outlives the page the first time, and does without when that may be what failed', async () => {
    const { sent } = await deliverThrough('fails', answer(201, receipt));
    assert.deepEqual(
      sent.map(({ keepalive }) => keepalive),
      [true, false],
    );
  });

  it('stops when the form is taken away', async () => {
    const abort = new AbortController();
    let requests = 0;
    const fetch: typeof globalThis.fetch = () => {
      requests++;
      setTimeout(() => abort.abort());
      return Promise.reject(new TypeError());
    };
    const outcome = await deliver(submission, endpoint, { fetch, signal: abort.signal });
    assert.deepEqual(outcome, { outcome: 'unreachable', cause: 'aborted' });
    assert.equal(requests, 1);
    await sleep(60_000, abort.signal);
  });
});
