import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Counts } from '@pro-kid/contract';
import { newPledge, newSubmission } from '../testing/submissions.ts';
import { LiveCounts } from './live-counts.ts';
import type { CountsScope } from './store.ts';

/** Figures that say how often they were read, by a clock of the test's own. */
function source() {
  const clock = { now: Date.parse('2026-11-24T00:00:00Z') };
  const scopes: CountsScope[] = [];
  let fails = false;
  const read = (scope: CountsScope = {}): Promise<Counts> => {
    scopes.push(scope);
    if (fails) return Promise.reject(new Error('no counts'));
    const asOf = new Date(clock.now).toISOString();
    const partners = scope.byPartner ? { partners: {} } : {};
    return Promise.resolve({
      individuals: scopes.length * 100,
      organizations: 0,
      asOf,
      ...partners,
    });
  };
  return {
    scopes,
    later: (milliseconds: number) => (clock.now += milliseconds),
    fail: (doesFail: boolean) => (fails = doesFail),
    live: new LiveCounts(read, () => clock.now),
  };
}
const individuals = async (live: LiveCounts, scope: CountsScope = {}) =>
  (await live.figures(scope)).counts.individuals;

describe('live counts', () => {
  it('are read once for all who ask at the same time, and for a second', async () => {
    const { live, scopes, later } = source();
    const all = await Promise.all(Array.from({ length: 1000 }, () => individuals(live)));
    later(999);
    assert.deepEqual(new Set([...all, await individuals(live)]), new Set([100]));
    assert.equal(scopes.length, 1);
  });

  it('are the old ones while new ones are read, and never older than 5 seconds', async () => {
    const { live, later } = source();
    await individuals(live);
    later(4_999);
    assert.equal(await individuals(live), 100);
    assert.equal(await individuals(live), 200, 'read meanwhile');
    later(5_000);
    assert.equal(await individuals(live), 300);
  });

  it('are waited for by who is counted next, read or not', async () => {
    const { live, later, fail } = source();
    await individuals(live);
    later(2_000);
    assert.equal(await individuals(live), 100);
    await live.settled([newSubmission()]);
    assert.equal(await individuals(live), 200);
    fail(true);
    later(2_000);
    assert.equal(await individuals(live), 200);
    await live.settled([newSubmission(), newPledge({ campaign: 'a' })]);
    assert.equal(await individuals(live), 200);
  });

  it('fail only once they would be too old, and recover', async () => {
    const { live, later, fail } = source();
    await individuals(live);
    fail(true);
    later(4_000);
    assert.equal(await individuals(live), 100);
    later(1_000);
    await assert.rejects(live.figures({}), /no counts/);
    fail(false);
    assert.equal(await individuals(live), 400);
  });

  it('are raised by what is counted here, each scope by its own', async () => {
    const { live, scopes } = source();
    const ask = { campaign: 'a', byPartner: true };
    await Promise.all([live.figures({}), live.figures({ campaign: 'a' }), live.figures(ask)]);
    const partner = '__proto__';
    live.raise([newPledge({ campaign: 'a', partner }), newPledge({ campaign: 'a', partner })]);
    live.raise([newPledge({ campaign: 'a', kind: 'organization' }), newPledge({ campaign: 'b' })]);
    assert.equal(await individuals(live), 100);
    const { counts } = await live.figures({ campaign: 'a' });
    assert.deepEqual([counts.individuals, counts.organizations], [202, 1]);
    const { partners } = (await live.figures(ask)).counts;
    assert.deepEqual(Object.entries(partners!), [[partner, { individuals: 2, organizations: 0 }]]);
    live.raise([newSubmission()]);
    assert.equal(await individuals(live), 101);
    assert.equal(scopes.length, 3);
  });

  it('know whom they hold, however many are counted within a millisecond', async () => {
    const { live } = source();
    const before = await live.figures({});
    const [ana, ben] = [newSubmission(), newSubmission()];
    const now = before.counts.asOf;
    live.raise([ana]);
    const between = await live.figures({});
    live.raise([ben]);
    const after = await live.figures({});
    const holders = ({ include }: typeof before) => [ana, ben].map(({ id }) => include(id, now));
    assert.deepEqual(holders(before), [false, false]);
    assert.deepEqual(holders(between), [true, false]);
    assert.deepEqual(holders(after), [true, true]);
    assert.equal(after.include(newSubmission().id, '2020-01-01T00:00:00.000Z'), true);
  });

  it('do not grow without end, whatever anybody asks for', async () => {
    const { live, scopes } = source();
    await individuals(live, { campaign: 'first' });
    for (let index = 0; index < 1_000; index++) await individuals(live, { campaign: `c${index}` });
    assert.equal(scopes.length, 1_001);
    await individuals(live, { campaign: 'c999' });
    assert.equal(scopes.length, 1_001);
    await individuals(live, { campaign: 'first' });
    assert.equal(scopes.length, 1_002, 'it was forgotten');
  });
});
