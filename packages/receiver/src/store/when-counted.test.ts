import assert from 'node:assert/strict';
import { it } from 'node:test';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newSubmission, sentBy } from '../testing/submissions.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

/** Takes all that is to be sent, and says for whom and where to. */
async function take(store: Store, { finish = true } = {}): Promise<string[]> {
  const now = new Date().toISOString();
  const kinds = ['relay'] as const;
  const jobs = await store.outbox.claim({ kinds, most: 100, now, leaseUntil: now });
  if (finish) for (const job of jobs) await store.outbox.finish(job, now);
  return jobs.map(({ submissionId, target }) => `${target} ${submissionId}`).toSorted();
}

const toBoth = (...ids: string[]) => ids.flatMap((id) => [`crm ${id}`, `hook ${id}`]).toSorted();

describeForEachEngine('what is to be sent for those who count', (engine) => {
  const open = async () =>
    openStore(await engine.newDatabase(), {
      whenCounted: () =>
        ['crm', 'hook'].map((target) => ({ kind: 'relay', target, payload: '{}' }) as const),
    });

  it('is noted with the first of a person, and not for what is repeated, flagged or pending', async () => {
    const store = await open();
    const [ana, ben, cleo] = [newSubmission(), newSubmission(), newSubmission()];
    await store.add([
      entryOf(ana),
      entryOf(sentBy(ana)),
      entryOf(ben, { flag: 'blocked' }),
      entryOf(cleo, { pending: true }),
    ]);
    assert.deepEqual(await take(store), toBoth(ana.id));
    await store.add([entryOf(ana)]);
    assert.deepEqual(await take(store), [], 'the same again');

    await store.confirm(cleo.id);
    assert.deepEqual(await take(store), toBoth(cleo.id));
    await store.confirm(cleo.id);
    assert.deepEqual(await take(store), [], 'confirmed again');

    await store.unflag({ ids: [ben.id] });
    assert.deepEqual(await take(store), toBoth(ben.id));
    await store.close();
  });

  it('is taken back with a flag, and not sent again where it was sent', async () => {
    const store = await open();
    const [ana, ben] = [newSubmission(), newSubmission()];
    await store.add([entryOf(ana)]);
    assert.deepEqual(await take(store), toBoth(ana.id));
    await store.add([entryOf(ben)]);
    await store.flag({}, 'attack');
    assert.deepEqual(await take(store), []);
    await store.unflag({});
    assert.deepEqual(await take(store), toBoth(ben.id));
    await store.close();
  });

  it('is taken back where it was given up, too, and noted anew', async () => {
    const store = await open();
    const ana = newSubmission();
    await store.add([entryOf(ana)]);
    const now = new Date().toISOString();
    const claim = { kinds: ['relay'], most: 9, now, leaseUntil: now } as const;
    for (const job of await store.outbox.claim(claim)) await store.outbox.abandon(job, 'no', now);
    await store.flag({}, 'attack');
    await store.unflag({});
    assert.deepEqual(await take(store), toBoth(ana.id));
    await store.close();
  });

  it('is noted for who counts in the place of somebody flagged', async () => {
    const store = await open();
    const forged = newSubmission();
    const own = sentBy(forged);
    await store.add([entryOf(forged, { address: '192.0.2.7' })]);
    await store.add([entryOf(own)]);
    assert.deepEqual(await take(store), toBoth(forged.id));
    await store.flag({ network: '192.0.2.7' }, 'attack');
    assert.deepEqual(await take(store), toBoth(own.id));
    await store.close();
  });

  it('goes with whoever is erased', async () => {
    const store = await open();
    const ana = newSubmission();
    await store.add([entryOf(ana)]);
    await store.deletePerson(ana.member.email, 'drop');
    assert.deepEqual(await take(store), []);
    await store.close();
  });

  it('is written in parts, however many count at once', async () => {
    const store = await open();
    const entries = Array.from({ length: 600 }, () => entryOf(newSubmission(), { flag: 'limit' }));
    await store.add(entries);
    await store.unflag({});
    const now = new Date().toISOString();
    const claim = { kinds: ['relay'], most: 5_000, now, leaseUntil: now } as const;
    assert.equal((await store.outbox.claim(claim)).length, 1_200);
    await store.close();
  });
});
