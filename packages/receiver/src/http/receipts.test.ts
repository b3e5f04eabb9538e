import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Receipt, Submission } from '@pro-kid/contract';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { newPledge, sentBy } from '../testing/submissions.ts';
import { createApp } from './app.ts';

const LIMITS = [{ most: 2, seconds: 3600 }];

describeForEachEngine('a receipt', (engine) => {
  const open = async () => {
    const store = await openStore(await engine.newDatabase(), { limits: LIMITS });
    const app = createApp({
      store,
      origins: [],
      fairness: { limits: LIMITS, trustedProxies: 1, blockDomains: ['spam.example'] },
    });
    const post = async (submission: Submission, address: string) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      const body = JSON.stringify(submission);
      const response = await app.request('/submissions', { method: 'POST', headers, body });
      return { status: response.status, receipt: (await response.json()) as Receipt };
    };
    return { store, post };
  };

  it('is the same for who is new, in already, blocked or over the limit', async () => {
    const { store, post } = await open();
    const first = newPledge({ campaign: 'a' });
    const sent = {
      counted: [newPledge({ campaign: 'a' }), '192.0.2.2'],
      repeated: [sentBy(first), '192.0.2.3'],
      blocked: [sentBy(first, { email: 'a@spam.example' }), '192.0.2.4'],
      limited: [newPledge({ campaign: 'a' }), '192.0.2.1'],
    } as const;
    await post(first, '192.0.2.1');
    await post(newPledge({ campaign: 'a' }), '192.0.2.1');

    const seen = new Map<string, unknown>();
    // The one that counts comes last, since the next to come sees it in the figures.
    for (const name of ['repeated', 'blocked', 'limited', 'counted'] as const) {
      const { status, receipt } = await post(sent[name][0], sent[name][1]);
      const { id, counts } = receipt;
      assert.equal(id, sent[name][0].id);
      const { individuals, organizations } = counts!;
      seen.set(name, [status, receipt.status, individuals, organizations, Object.keys(receipt)]);
    }
    const expected = seen.get('counted');
    for (const [name, answer] of seen) assert.deepEqual(answer, expected, name);

    const rows = await collect(store.export());
    const states = Object.fromEntries(rows.map(({ id, state, reason }) => [id, [state, reason]]));
    assert.deepEqual(
      Object.values(sent).map(([{ id }]) => states[id]),
      [
        ['counted', null],
        ['repeated', null],
        ['flagged', 'blocked-domain'],
        ['flagged', 'limit'],
      ],
    );
    assert.equal((await store.counts({ campaign: 'a' })).individuals, 3);
    await store.close();
  });

  it('counts nobody twice when it is asked for again', async () => {
    const { store, post } = await open();
    const pledge = newPledge({ campaign: 'a' });
    const answers = await Promise.all([1, 2, 3].map(() => post(pledge, '192.0.2.1')));
    answers.push(await post(pledge, '192.0.2.1'));
    const figures = answers.map(({ status, receipt }) => [status, receipt.counts!.individuals]);
    assert.deepEqual(figures, Array(4).fill([201, 1]));
    await store.close();
  });
});

describeForEachEngine('limits', (engine) => {
  const ADDRESS = '192.0.2.1';
  const signatures = (length: number, campaign = 'a') =>
    Array.from({ length }, () => newPledge({ campaign }));
  const counted = async (store: Awaited<ReturnType<typeof openStore>>, campaign = 'a') =>
    (await store.counts({ campaign })).individuals;

  it('hold for an address and a campaign, in one batch, over batches and over processes', async () => {
    const database = await engine.newDatabase();
    const limits = [
      { most: 3, seconds: 60 },
      { most: 5, seconds: 3600 },
    ];
    const stores = [await openStore(database, { limits }), await openStore(database, { limits })];
    const add = (index: number, submissions: Submission[], address = ADDRESS, isLimited = true) =>
      stores[index]!.add(
        submissions.map((submission) => ({ submission, fingerprint: '', address, isLimited })),
      );
    await add(0, signatures(2));
    await add(1, signatures(4));
    assert.equal(await counted(stores[0]!), 3);
    // Another address, another campaign, and one that has no limit.
    await add(0, signatures(2), '192.0.2.2');
    await add(1, signatures(2, 'b'));
    await add(0, signatures(5), ADDRESS, false);
    assert.deepEqual([await counted(stores[0]!), await counted(stores[0]!, 'b')], [10, 2]);
    for (const store of stores) await store.close();
  });

  it('do not charge a visitor who sends the same again', async () => {
    const limits = [{ most: 2, seconds: 60 }];
    const store = await openStore(await engine.newDatabase(), { limits });
    const [first, second] = signatures(2);
    for (const submission of [first!, first!, first!, second!]) {
      await store.add([{ submission, fingerprint: '', address: ADDRESS, isLimited: true }]);
    }
    assert.equal(await counted(store), 2);
    await store.close();
  });
});
