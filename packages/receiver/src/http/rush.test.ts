import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Store } from '../store/store.ts';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { newPledge, newSubmission } from '../testing/submissions.ts';
import { createApp } from './app.ts';
import { listen } from './server.ts';

const post = (app: ReturnType<typeof createApp>, headers: Record<string, string> = {}) =>
  app.request('/submissions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(newSubmission()),
  });

describeForEachEngine('in a rush, a receiver', (engine) => {
  it('keeps every one of 500 posts at once, in few transactions', async () => {
    const store = await openStore(await engine.newDatabase());
    let transactions = 0;
    const add: Store['add'] = (entries) => {
      transactions++;
      return store.add(entries);
    };
    const app = createApp({ store: { ...store, add }, origins: [] });
    const answers = await Promise.all(Array.from({ length: 500 }, () => post(app)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal((await collect(store.export())).length, 500);
    assert.equal((await store.counts()).individuals, 500);
    assert.ok(transactions < 50, `${transactions} transactions`);
    await store.close();
  });

  it('reads counts of one campaign from the database once, however many ask', async () => {
    const store = await openStore(await engine.newDatabase());
    let reads = 0;
    const counts: Store['counts'] = (scope) => {
      reads++;
      return store.counts(scope);
    };
    const app = createApp({ store: { ...store, counts }, origins: [], now: () => 0 });
    const ask = () => app.request('/counts?campaign=a');
    const answers = await Promise.all(Array.from({ length: 1_000 }, ask));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(reads, 1);
    await store.close();
  });

  it('asks those whom it cannot take in time to come back, and pages may read when', async () => {
    const store = await openStore(await engine.newDatabase());
    const gate = Promise.withResolvers<void>();
    const add: Store['add'] = async (entries) => {
      await gate.promise;
      return store.add(entries);
    };
    const origin = 'https://firststeps.example';
    const app = createApp({ store: { ...store, add }, origins: [origin] });
    const waiting = Array.from({ length: 1_300 }, () => post(app, { origin }));
    const first = await Promise.race(waiting);
    assert.equal(first.status, 503);
    assert.match(await first.text(), /"type":"\/problems\/busy"/);
    assert.ok(Number(first.headers.get('retry-after')) >= 5);
    assert.equal(first.headers.get('access-control-expose-headers'), 'retry-after');
    gate.resolve();
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    const kept = statuses.filter((status) => status === 201).length;
    assert.deepEqual(new Set(statuses), new Set([201, 503]));
    assert.equal((await collect(store.export())).length, kept);
    await store.close();
  });

  it('keeps no more waiting for figures that are slow to read than it could take', async () => {
    const store = await openStore(await engine.newDatabase());
    const gate = Promise.withResolvers<void>();
    const counts: Store['counts'] = async (scope) => {
      await gate.promise;
      return store.counts(scope);
    };
    const app = createApp({ store: { ...store, counts }, origins: [] });
    const waiting = Array.from({ length: 1_300 }, () => post(app));
    assert.equal((await Promise.race(waiting)).status, 503);
    gate.resolve();
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set([201, 503]));
    const kept = statuses.filter((status) => status === 201).length;
    assert.equal((await store.counts()).individuals, kept);
    await store.close();
  });

  it('goes by the socket, not by what a client writes into a header', async () => {
    const limits = [{ most: 1, seconds: 3600 }];
    for (const [trustedProxies, address] of [
      [0, '127.0.0.1'],
      [1, '192.0.2.1'],
    ] as const) {
      const store = await openStore(await engine.newDatabase(), { limits });
      const app = createApp({ store, origins: [], fairness: { limits, trustedProxies } });
      const server = await listen(app, { port: 0, host: '127.0.0.1' });
      for (const claimed of ['198.51.100.1', '198.51.100.2']) {
        const response = await fetch(`${server.url}/submissions`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `${claimed}, 192.0.2.1`,
          },
          body: JSON.stringify(newPledge({ campaign: 'a' })),
        });
        assert.equal(response.status, 201);
      }
      await server.stop();
      const rows = await collect(store.export());
      assert.deepEqual(
        rows.map((row) => row.address),
        [address, address],
      );
      assert.deepEqual(rows.map((row) => row.state).toSorted(), ['counted', 'flagged']);
      await store.close();
    }
  });
});
