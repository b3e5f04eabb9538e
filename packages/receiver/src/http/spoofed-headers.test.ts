import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { newSubmission } from '../testing/submissions.ts';
import { createApp } from './app.ts';
import { listen } from './server.ts';

const LIMITS = [{ most: 2, seconds: 3600 }];

/** A receiver with a limit of two for each address, over a socket. */
async function limitedReceiver(test: TestContext, trustedProxies: number) {
  const store = await openStore(':memory:', { limits: LIMITS });
  const app = createApp({ store, origins: [], fairness: { limits: LIMITS, trustedProxies } });
  const server = await listen(app, { port: 0, host: '127.0.0.1', limits: { stop: 100 } });
  test.after(async () => {
    await server.stop();
    await store.close();
  });
  return {
    /** Sends one submission for each set of headers, and says how many of them count. */
    async countedOf(requests: [name: string, value: string][][]) {
      for (const headers of requests) {
        const response = await fetch(`${server.url}/submissions`, {
          method: 'POST',
          headers: [['content-type', 'application/json'], ...headers],
          body: JSON.stringify(newSubmission()),
        });
        // Whoever is over the limit is told the same as the others.
        assert.equal(response.status, 201);
        assert.equal(((await response.json()) as { status: string }).status, 'confirmed');
      }
      return (await store.counts()).individuals;
    },
    addresses: async () => (await collect(store.export())).map(({ address }) => address),
  };
}

describe('headers that claim another address', () => {
  const names = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip'];

  it('do not help where no proxy is trusted', async (test) => {
    const { countedOf, addresses } = await limitedReceiver(test, 0);
    const requests = names.map((name, index): [string, string][] => [[name, `192.0.2.${index}`]]);
    assert.equal(await countedOf(requests), 2);
    assert.deepEqual(new Set(await addresses()), new Set(['127.0.0.1']));
  });

  it('do not help before what our proxy wrote, in one header or in several', async (test) => {
    const { countedOf, addresses } = await limitedReceiver(test, 1);
    const requests = [1, 2, 3, 4].map((index): [string, string][] => [
      ['x-forwarded-for', `192.0.2.${index}, 198.51.100.7`],
      ['x-real-ip', `192.0.2.${index}`],
    ]);
    const inTwo = [5, 6].map((index): [string, string][] => [
      ['x-forwarded-for', `192.0.2.${index}`],
      ['x-forwarded-for', '198.51.100.7'],
    ]);
    assert.equal(await countedOf([...requests, ...inTwo]), 2);
    assert.deepEqual(new Set(await addresses()), new Set(['198.51.100.7']));
  });

  it('tell visitors apart where our proxy wrote them', async (test) => {
    const { countedOf } = await limitedReceiver(test, 1);
    const requests = [1, 2, 3].map((index): [string, string][] => [
      ['x-forwarded-for', `192.0.2.${index}`],
    ]);
    assert.equal(await countedOf(requests), 3);
  });
});
