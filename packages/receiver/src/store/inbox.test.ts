import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { checkKept } from '../doctor/check-kept.ts';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { openDatabase } from './open-database.ts';
import { openKeptStore, openStore } from './open-store.ts';
import type { Store } from './store.ts';

const WAITING = { kept: 'waiting' };

/** What the store holds, by id. */
const statesOf = async (store: Store) =>
  Object.fromEntries(
    (await collect(store.export())).map(({ id, state, reason }) => [id, reason ?? state]),
  );

async function seeThatDoctorWarns(database: string): Promise<void> {
  const open = await openDatabase(database);
  const warnings = async () =>
    (await collect(checkKept(open))).flatMap(({ level, text }) => (level === 'ok' ? [] : text));
  assert.deepEqual(await warnings(), []);
  await sql`update inbox set received_at = '2026-01-01T00:00:00.000Z'`.execute(open.database);
  assert.deepEqual(await warnings(), [
    'What came in a rush an hour ago or earlier is not counted yet.',
  ]);
  await open.database.destroy();
}

describeForEachEngine('the inbox', (engine) => {
  it('has on disk what it keeps: a receiver that starts after a crash counts it', async () => {
    const database = await engine.newDatabase();
    const crashed = await openStore(database);
    const sent = Array.from({ length: 300 }, () => newPledge({ campaign: 'a', partner: 'b' }));
    assert.deepEqual(
      await crashed.inbox.keep(sent.map((submission) => entryOf(submission))),
      sent.map(() => WAITING),
    );
    assert.equal((await crashed.counts({ campaign: 'a' })).individuals, 0);
    await seeThatDoctorWarns(database);

    const store = await openStore(database);
    const rows = await collect(store.export());
    assert.deepEqual(
      new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as unknown])),
      new Map(sent.map((submission) => [submission.id, submission])),
    );
    assert.equal((await store.counts({ campaign: 'a' })).individuals, 300);
    assert.deepEqual(await store.recount(), []);
    await store.close();
    await crashed.close();
  });

  it('keeps each id once, and tells other content under it apart, before it is counted and after', async () => {
    const store = await openStore(await engine.newDatabase());
    const submission = newSubmission();
    const other = { ...submission, language: 'es' };
    const entries = [submission, submission, other].map((each) => entryOf(each));
    const verdicts = [WAITING, WAITING, { kept: 'other' }];
    assert.deepEqual(await store.inbox.keep(entries), verdicts);
    assert.deepEqual(await store.inbox.keep(entries), verdicts);
    const { fingerprint } = entries[0]!;
    assert.deepEqual(await store.find(submission.id, fingerprint), WAITING);
    assert.deepEqual(await store.find(submission.id, 'else'), { kept: 'other' });
    assert.equal(store.inbox.waiting, 1);

    const [settled] = (await store.inbox.settle())!;
    assert.deepEqual(
      { ...settled, decidedAt: '' },
      { kept: 'stored', state: 'counted', decidedAt: '' },
    );
    assert.equal(await store.inbox.settle(), undefined);
    assert.equal(store.inbox.waiting, 0);
    const same = { ...settled, kept: 'same' };
    assert.deepEqual(await store.inbox.keep(entries), [same, same, { kept: 'other' }]);
    assert.equal(await store.inbox.settle(), undefined);
    assert.equal((await store.counts()).individuals, 1);
    await store.close();
  });

  it('gives the place to who came first, and holds to limits by when they came', async () => {
    const limits = [{ most: 2, seconds: 60 }];
    const store = await openStore(await engine.newDatabase(), { limits });
    const from = { address: '192.0.2.1', isLimited: true };
    const first = newPledge({ campaign: 'a' });
    const [again, second, third] = [
      sentBy(first),
      newPledge({ campaign: 'a' }),
      newPledge({ campaign: 'a' }),
    ];
    for (const submission of [first, second, third]) {
      await store.inbox.keep([entryOf(submission, from)]);
    }
    await store.inbox.keep([entryOf(again)]);
    await store.inbox.settleAll();
    assert.deepEqual(await statesOf(store), {
      [first.id]: 'counted',
      [second.id]: 'counted',
      [third.id]: 'limit',
      [again.id]: 'repeated',
    });
    const times = (await collect(store.export())).map((row) => [row.received_at, row.decided_at!]);
    for (const [received, decided] of times) assert.ok(received! <= decided!);
    await store.close();
  });

  it('is counted by the rules of who kept it, whichever command comes first', async () => {
    const database = await engine.newDatabase();
    const receiver = await openStore(database, {
      family: true,
      whenCounted: () => [{ kind: 'relay', target: 'crm', payload: '{}' }],
    });
    const [ana, cleo] = [newPledge({ campaign: 'a' }), newSubmission()];
    const ben = sentBy(ana, { givenName: 'Ben' });
    const mail = { kind: 'confirmation', target: '', payload: '{}', states: ['pending'] } as const;
    await receiver.inbox.keep([
      entryOf(ana),
      entryOf(ben),
      entryOf(sentBy(ana)),
      entryOf(cleo, { pending: true, outbox: [mail] }),
    ]);

    const command = await openKeptStore(database);
    assert.equal((await command.counts({ campaign: 'a' })).individuals, 2);
    const kept = (await collect(command.export())).map(({ id }) => id);
    const outbox = await command.findOutbox(kept);
    assert.deepEqual(
      outbox.map(({ kind, submission_id: id }) => `${kind} ${id}`).toSorted(),
      [`relay ${ana.id}`, `relay ${ben.id}`, `confirmation ${cleo.id}`].toSorted(),
    );
    await command.close();
    await receiver.close();
  });

  it('loses nothing where two receivers acknowledge two contents under one id', async () => {
    const database = await engine.newDatabase();
    const stores = [await openStore(database), await openStore(database)];
    const ana = newSubmission();
    const ben = { ...newSubmission(), id: ana.id };
    await stores[0]!.inbox.keep([entryOf(ana)]);
    await stores[1]!.inbox.keep([entryOf(ben)]);
    await stores[1]!.inbox.settleAll();
    await stores[0]!.inbox.settleAll();
    const rows = await collect(stores[0]!.export());
    assert.deepEqual(
      rows.map(({ email }) => email).toSorted(),
      [ana.member.email, ben.member.email].toSorted(),
    );
    const [first] = rows.filter(({ id }) => id === ana.id);
    const [other] = rows.filter(({ id }) => id !== ana.id);
    assert.deepEqual(
      [first!.state, other!.state, other!.reason],
      ['counted', 'flagged', 'id-reused'],
    );
    assert.equal(stores[0]!.inbox.waiting, 0, 'it learnt that another counted it');
    for (const store of stores) await store.close();
  });

  it('lets none that cannot be counted keep the others from it, and tries it again', async () => {
    const database = await engine.newDatabase();
    const store = await openStore(database);
    const [ana, ben, cleo] = [newSubmission(), newSubmission(), newSubmission()];
    // Nothing that is checked comes to this: a state that the table does not know.
    const faulty = { ...entryOf(ben), outbox: [{ kind: 'relay', states: ['counted'] } as never] };
    await store.inbox.keep([entryOf(ana), faulty, entryOf(cleo)]);
    await store.inbox.settleAll();
    assert.deepEqual(await statesOf(store), { [ana.id]: 'counted', [cleo.id]: 'counted' });

    const open = await openDatabase(database);
    const [finding] = (await collect(checkKept(open))).filter(({ level }) => level === 'problem');
    assert.match(finding!.text, /^1 that were acknowledged cannot be counted/);
    // As a version that knows better would find it.
    await sql`update inbox set entries = replace(entries, '"kind":"relay","states"', '"kind":"relay","target":"","payload":"{}","states"')`.execute(
      open.database,
    );
    await open.database.destroy();
    await store.close();
    const newer = await openStore(database);
    assert.equal((await newer.counts()).individuals, 3);
    await newer.close();
  });
});
