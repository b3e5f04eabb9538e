import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutboxJob } from './outbox-queue.ts';
import { startOutboxWorker, type OutboxWorkerOptions, type Send } from './outbox-worker.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { MOST_ATTEMPTS, waitAfter } from './back-off.ts';

const KINDS = ['relay'] as const;
const LATER = 60 * 60_000;

const draft = (payload = '{}') =>
  ({ kind: 'relay', target: 'crm', payload, states: ['counted'] }) as const;

const fill = (store: Store, length: number) =>
  store.add(Array.from({ length }, () => entryOf(newSubmission(), { outbox: [draft()] })));

const isoAt = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Takes everything that is due at a moment. */
const claim = (store: Store, now = Date.now(), most = 100): Promise<OutboxJob[]> =>
  store.outbox.claim({ kinds: KINDS, most, now: isoAt(now), leaseUntil: isoAt(now + 1_000) });

/** Notes what is sent, and tells when so many were. */
function recorder(answer: (job: OutboxJob, sent: number) => ReturnType<Send>) {
  const jobs: OutboxJob[] = [];
  const waiting: { length: number; resolve: () => void }[] = [];
  const send: Send = async (job) => {
    jobs.push(job);
    for (const { length, resolve } of waiting) if (jobs.length >= length) resolve();
    return answer(job, jobs.length);
  };
  const sent = (length: number) =>
    new Promise<void>((resolve) => {
      if (jobs.length >= length) resolve();
      else waiting.push({ length, resolve });
    });
  return { jobs, send, sent };
}

describe('the wait after an attempt', () => {
  it('doubles from a minute to four hours, and differs by chance', () => {
    const minutes = [1, 2, 3, 8, 9, 20].map((attempts) => waitAfter(attempts, () => 0) / 60_000);
    assert.deepEqual(minutes, [1, 2, 4, 128, 240, 240]);
    assert.equal(
      waitAfter(1, () => 0.5),
      75_000,
    );
    const inAll = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) =>
      waitAfter(index + 1, () => 0),
    ).reduce((sum, wait) => sum + wait);
    assert.ok(inAll > 48 * 3_600_000, `${inAll / 3_600_000} hours`);
  });
});

describeForEachEngine('the outbox', (engine) => {
  const open = async (stores = 1) => {
    const address = await engine.newDatabase();
    return Promise.all(Array.from({ length: stores }, () => openStore(address)));
  };
  const work = (store: Store, send: Send, options: Partial<OutboxWorkerOptions> = {}) => {
    const log: string[] = [];
    const worker = startOutboxWorker({
      queue: store.outbox,
      senders: { relay: send },
      log: (line) => log.push(line),
      ...options,
    });
    return { worker, log };
  };

  it('gives each to one only, until its lease ends', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 3);
    const now = Date.now();
    const first = await claim(store, now, 2);
    const second = await claim(store, now);
    assert.equal(new Set([...first, ...second].map(({ id }) => id)).size, 3);
    assert.deepEqual(await claim(store, now + 999), []);
    // Whoever had them is gone.
    const again = await claim(store, now + 1_000);
    assert.deepEqual(
      again.map(({ attempts }) => attempts),
      [2, 2, 2],
    );
    // The first comes back, too late to say anything.
    await store.outbox.finish(first[0]!, isoAt(now));
    assert.equal((await claim(store, now + 2_000)).length, 3);
    await store.close();
  });

  it('keeps when and why to try again, and what is never to be', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 3);
    const now = Date.now();
    const [done, later, dead] = await claim(store, now);
    await store.outbox.finish(done!, isoAt(now));
    await store.outbox.postpone(later!, isoAt(now + LATER), 'busy');
    await store.outbox.abandon(dead!, 'gone', isoAt(now));
    assert.equal(await store.outbox.nextDue(KINDS), isoAt(now + LATER));
    assert.deepEqual(await claim(store, now + LATER - 1), []);
    const [again] = await claim(store, now + LATER);
    assert.equal(again!.id, later!.id);
    await store.outbox.finish(again!, isoAt(now));
    assert.equal(await store.outbox.nextDue(KINDS), undefined);
    await store.close();
  });

  it('leaves kinds to others that it cannot send', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 1);
    const now = isoAt(Date.now() + LATER);
    const kinds = ['confirmation'] as const;
    assert.deepEqual(await store.outbox.claim({ kinds, most: 9, now, leaseUntil: now }), []);
    assert.equal(await store.outbox.nextDue(kinds), undefined);
    await store.close();
  });

  it('sends what comes as soon as it is woken, a few at a time', async () => {
    const [store] = (await open()) as [Store];
    let running = 0;
    let mostAtOnce = 0;
    const { jobs, send, sent } = recorder(async () => {
      mostAtOnce = Math.max(mostAtOnce, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return 'done';
    });
    const { worker, log } = work(store, send, { concurrency: 3 });
    const entries = Array.from({ length: 20 }, () =>
      entryOf(newSubmission(), { outbox: [draft('{"a":1}')] }),
    );
    await store.add(entries);
    worker.wake();
    await sent(20);
    await worker.stop();
    assert.deepEqual(
      jobs.map(({ submissionId }) => submissionId).toSorted(),
      entries.map(({ submission }) => submission.id).toSorted(),
    );
    assert.deepEqual([jobs[0]!.payload, jobs[0]!.target], ['{"a":1}', 'crm']);
    assert.ok(mostAtOnce <= 3, `${mostAtOnce} at once`);
    assert.deepEqual(await claim(store, Date.now() + LATER), []);
    assert.deepEqual(log, []);
    await store.close();
  });

  it('tries again by the clock, without being woken, and says the reason once', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 1);
    const { jobs, send, sent } = recorder(async (_, times) => {
      if (times === 1) throw Object.assign(new Error('ana@example.org'), { code: 'EWHY' });
      return times < 4 ? { retry: 'busy' } : 'done';
    });
    const { worker, log } = work(store, send, { wait: () => 30 });
    await sent(4);
    await worker.stop();
    assert.deepEqual(
      jobs.map(({ attempts }) => attempts),
      [1, 2, 3, 4],
    );
    assert.deepEqual(log, [
      'A relay to crm was not sent, and is tried again later: Error EWHY',
      'A relay to crm was not sent, and is tried again later: busy',
    ]);
    await store.close();
  });

  it('waits for as long as it is asked to, but for no more than a day', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 2);
    const { send, sent } = recorder(async (_, times) => ({
      retry: 'busy',
      after: times === 1 ? LATER : 99 * 24 * LATER,
    }));
    const start = Date.now();
    const { worker } = work(store, send, { wait: () => 1_000, now: () => start });
    await sent(2);
    await worker.stop();
    assert.equal((await claim(store, start + LATER - 1)).length, 0);
    assert.equal((await claim(store, start + LATER)).length, 1);
    assert.equal((await claim(store, start + 24 * LATER)).length, 2);
    await store.close();
  });

  it('gives up what is refused for good, and what failed too often', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 1);
    const refused = recorder(() => Promise.resolve({ dead: 'refused' }));
    const first = work(store, refused.send);
    await refused.sent(1);
    await first.worker.stop();
    assert.deepEqual(first.log, ['A relay to crm was not sent, and is given up: refused']);

    await fill(store, 1);
    const failing = recorder(() => Promise.resolve({ retry: 'down' }));
    const second = work(store, failing.send, { wait: () => 0 });
    await failing.sent(MOST_ATTEMPTS);
    await second.worker.stop();
    assert.equal(second.log.at(-1), 'A relay to crm was not sent, and is given up: down');
    assert.deepEqual(await claim(store, Date.now() + 24 * LATER), []);
    await store.close();
  });

  it('lets what is being sent end when it stops, and takes nothing more', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 2);
    const gate = Promise.withResolvers<void>();
    const { jobs, send, sent } = recorder(async () => {
      await gate.promise;
      return 'done';
    });
    const { worker } = work(store, send, { concurrency: 1 });
    await sent(1);
    const stopped = worker.stop();
    gate.resolve();
    await stopped;
    assert.equal(jobs.length, 1);
    const [left, ...others] = await claim(store, Date.now() + LATER);
    assert.notEqual(left!.id, jobs[0]!.id);
    assert.deepEqual(others, []);
    await store.close();
  });

  it('sends again what was cut off before anybody knew that it was sent', async () => {
    const [store] = (await open()) as [Store];
    await fill(store, 1);
    const { jobs, send, sent } = recorder(() => new Promise(() => {}));
    const { worker } = work(store, send, { grace: 0 });
    await sent(1);
    await worker.stop();
    assert.deepEqual(await claim(store, Date.now()), []);
    const [again] = await claim(store, Date.now() + LATER);
    assert.equal(again!.id, jobs[0]!.id);
    assert.equal(again!.submissionId, jobs[0]!.submissionId);
    await store.close();
  });

  // On one thread, two stores of one SQLite file would wait for each other.
  if (engine.name === 'sqlite') return;

  it('is shared by two workers, each thing sent by one of them', async () => {
    const stores = await open(2);
    await fill(stores[0]!, 100);
    const { jobs, send, sent } = recorder(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return 'done';
    });
    const workers = stores.map((store) => work(store, send, { concurrency: 5 }));
    await sent(100);
    await Promise.all(workers.map(({ worker }) => worker.stop()));
    assert.equal(jobs.length, 100);
    assert.equal(new Set(jobs.map(({ id }) => id)).size, 100);
    for (const { log } of workers) assert.deepEqual(log, []);
    await Promise.all(stores.map((store) => store.close()));
  });
});
