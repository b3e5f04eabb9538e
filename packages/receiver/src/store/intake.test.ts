import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Receipt } from '@pro-kid/contract';
import { createApp } from '../http/app.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { Intake } from './intake.ts';
import { openStore } from './open-store.ts';
import type { Entry, Store, Verdict } from './store.ts';

const RUSH = 60;
const entries = (length: number) => Array.from({ length }, () => entryOf(newSubmission()));
const keptOf = (verdicts: readonly (Verdict | Error)[]) => [
  ...new Set(verdicts.map((verdict) => ('kept' in verdict ? verdict.kept : verdict.message))),
];

/** Fulfilled when so many were counted later. */
const settledOf = (intake: Intake, total: number) =>
  new Promise<void>((resolve) => {
    let counted = 0;
    intake.onSettled((verdicts) => {
      counted += verdicts.length;
      if (counted >= total) resolve();
    });
  });

describeForEachEngine('a receiver takes', (engine) => {
  const open = async (parts: (store: Store) => Partial<Store['inbox']> = () => ({})) => {
    const store = await openStore(await engine.newDatabase());
    const lines: string[] = [];
    const inbox = Object.create(store.inbox, Object.getOwnPropertyDescriptors(parts(store)));
    const intake = new Intake({ ...store, inbox }, (line) => lines.push(line));
    return { store, intake, lines };
  };

  it('few at once, and counts them before it answers', async () => {
    const { store, intake } = await open();
    assert.deepEqual(keptOf(await intake.add(entries(5))), ['stored']);
    assert.equal((await store.counts()).individuals, 5);
    await store.close();
  });

  it('many at once, and counts them afterwards, in the order in which they came', async () => {
    const { store, intake } = await open();
    const settled = settledOf(intake, RUSH + 1);
    const many = entries(RUSH);
    const [first] = many as [Entry];
    assert.deepEqual(keptOf(await intake.add(many)), ['waiting']);
    const { submission } = first;
    assert.deepEqual(
      keptOf(await intake.add([entryOf(sentBy(submission)), first])),
      ['waiting'],
      'nobody passes those who wait',
    );
    await settled;
    assert.equal((await store.counts()).individuals, RUSH);
    const { fingerprint } = first;
    const found = await store.find(submission.id, fingerprint);
    assert.equal(found && 'state' in found && found.state, 'counted');
    assert.deepEqual(keptOf(await intake.add(entries(1))), ['stored']);
    await store.close();
  });

  it('no more than it can count in a while, and has others wait', async () => {
    const store = await openStore(await engine.newDatabase());
    const intake = new Intake(store, assert.fail, 2 * RUSH);
    for (let batch = 0; batch < 20; batch++) {
      await intake.add(entries(RUSH));
      assert.ok(store.inbox.waiting <= 3 * RUSH, `${store.inbox.waiting} wait`);
    }
    await intake.stop();
    assert.equal((await store.counts()).individuals, 20 * RUSH);
    await store.close();
  });

  it('what it cannot count yet, and tries again', async () => {
    let tries = 0;
    const { store, intake, lines } = await open(({ inbox }) => ({
      settle: () => (++tries === 1 ? Promise.reject(new TypeError('secret')) : inbox.settle()),
    }));
    const settled = settledOf(intake, RUSH);
    await intake.add(entries(RUSH));
    await settled;
    assert.deepEqual(lines, ['Counting failed: TypeError']);
    assert.equal((await store.counts()).individuals, RUSH);
    await store.close();
  });

  it('what is left when it stops, or leaves it to the next to start', async () => {
    const { store, intake } = await open();
    await intake.add(entries(RUSH));
    await intake.stop();
    assert.equal((await store.counts()).individuals, RUSH);
    await store.close();

    const broken = await open(() => ({ settleAll: () => Promise.reject(new Error('secret')) }));
    await broken.intake.stop();
    assert.deepEqual(broken.lines, ['Counting failed: Error']);
    await broken.store.close();
  });

  it('a rush over HTTP: all are thanked alike, and the counts follow', async () => {
    const { store, intake } = await open();
    const { add, onSettled } = intake;
    let queued = 0;
    const app = createApp({
      store: { ...store, add, onSettled },
      origins: [],
      confirmation: { store, onQueued: () => queued++ },
    });
    const plain = createApp({ store: { ...store, add, onSettled }, origins: [] });
    const post = async (submission: unknown, to = plain) => {
      const response = await to.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(submission),
      });
      return { status: response.status, receipt: (await response.json()) as Receipt };
    };
    const read = async () => {
      const response = await plain.request('/counts?campaign=a');
      return ((await response.json()) as { individuals: number }).individuals;
    };
    const settled = settledOf(intake, RUSH + 1);
    const known = newPledge({ campaign: 'a' });
    await post(known);
    assert.equal(await read(), 1);
    const sent = Array.from({ length: RUSH }, () => newPledge({ campaign: 'a' }));
    const answers = await Promise.all([...sent, sentBy(known)].map((each) => post(each)));
    const shown = answers.map(({ status, receipt }) => [
      status,
      receipt.status,
      receipt.counts!.individuals,
    ]);
    assert.deepEqual(shown, Array(RUSH + 1).fill([201, 'confirmed', 2]));
    assert.deepEqual(
      answers.slice(0, -1).map(({ receipt }) => receipt.id),
      sent.map(({ id }) => id),
    );
    await settled;
    assert.equal(await read(), RUSH + 1, 'figures are read anew, however young the old ones are');
    const again = await post(sent[0]);
    assert.deepEqual([again.status, again.receipt.counts!.individuals], [201, RUSH + 1]);
    assert.equal((await post({ ...sent[0], language: 'es' })).status, 422);

    const before = queued;
    const asked = settledOf(intake, RUSH);
    await Promise.all(entries(RUSH).map(({ submission }) => post(submission, app)));
    await asked;
    assert.ok(queued > before + 1, 'mails are looked for when they wait to be sent');
    assert.equal((await store.countWaiting()).confirmation, RUSH);
    await store.close();
  });
});
