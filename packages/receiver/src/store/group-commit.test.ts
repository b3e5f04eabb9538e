import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { GroupCommit } from './group-commit.ts';
import type { Entry, Verdict } from './store.ts';

const STORED: Verdict = {
  kept: 'stored',
  state: 'counted',
  decidedAt: '2026-11-24T00:00:00.000Z',
};
const newEntry = () => entryOf(newSubmission());

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Batches that end when the test says so. */
function gate() {
  const batches: (readonly Entry[])[] = [];
  const ends: (() => void)[] = [];
  const add = (entries: readonly Entry[]) => {
    batches.push(entries);
    return new Promise<Verdict[]>((resolve) => {
      ends.push(() => resolve(entries.map(() => STORED)));
    });
  };
  /** Waits until so many batches were begun. */
  const begun = async (count: number) => {
    while (batches.length < count) await turn();
  };
  return { batches, ends, add, begun };
}

describe('a group commit', () => {
  it('writes together what arrives together, and acknowledges none before', async () => {
    const { batches, ends, add, begun } = gate();
    const group = new GroupCommit(add);
    let acknowledged = 0;
    const keep = () => group.keep(newEntry())!.then(() => acknowledged++);
    const first = [keep(), keep(), keep()];
    await begun(1);
    assert.deepEqual(
      batches.map(({ length }) => length),
      [3],
    );
    const second = [keep(), keep()];
    for (let turns = 0; turns < 10; turns++) await turn();
    assert.deepEqual([batches.length, acknowledged], [1, 0], 'the next waits for the first');
    ends[0]!();
    await Promise.all(first);
    await begun(2);
    assert.deepEqual(
      batches.map(({ length }) => length),
      [3, 2],
    );
    assert.equal(acknowledged, 3);
    ends[1]!();
    await Promise.all(second);
  });

  it('waits for those that arrive turn by turn, as requests in a rush do', async () => {
    const { batches, ends, add, begun } = gate();
    const group = new GroupCommit(add);
    const all = [group.keep(newEntry())];
    // Each turn of the event loop brings one more, before the group looks again.
    for (let index = 0; index < 5; index++) {
      await Promise.resolve();
      all.push(group.keep(newEntry()));
      await turn();
    }
    await begun(1);
    assert.equal(batches[0]!.length, 6);
    ends[0]!();
    await Promise.all(all);
  });

  it('writes no more at once than it may, in the order of arrival', async () => {
    const sizes: number[] = [];
    const order: Entry[] = [];
    const add = (entries: readonly Entry[]) => {
      sizes.push(entries.length);
      order.push(...entries);
      return Promise.resolve(entries.map(() => STORED));
    };
    const group = new GroupCommit(add, { mostAtOnce: 4 });
    const entries = Array.from({ length: 10 }, newEntry);
    await Promise.all(entries.map((entry) => group.keep(entry)));
    assert.deepEqual(sizes, [4, 4, 2]);
    assert.deepEqual(order, entries);
  });

  it('takes no more than can wait, and more again afterwards', async () => {
    const { ends, add, begun } = gate();
    const group = new GroupCommit(add, { mostWaiting: 2 });
    const waiting = [group.keep(newEntry()), group.keep(newEntry())];
    assert.equal(group.keep(newEntry()), undefined);
    await begun(1);
    ends[0]!();
    assert.deepEqual(await Promise.all(waiting), [STORED, STORED]);
    const next = group.keep(newEntry());
    await begun(2);
    ends[1]!();
    assert.deepEqual(await next, STORED);
  });

  it('fails only those that failed, or all where all did, and goes on', async () => {
    const broken = new RangeError('broken');
    const answers = [
      () => Promise.resolve([STORED, broken]),
      () => Promise.reject(broken),
      () => Promise.resolve([STORED]),
    ];
    const group = new GroupCommit(() => answers.shift()!());
    const [first, second] = [group.keep(newEntry()), group.keep(newEntry())];
    assert.deepEqual(await first, STORED);
    await assert.rejects(second!, broken);
    await assert.rejects(group.keep(newEntry())!, broken);
    assert.deepEqual(await group.keep(newEntry()), STORED);
  });
});
