import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const keep = (store: Store, ...submissions: Submission[]) =>
  store.add(submissions.map((submission) => entryOf(submission)));
const individuals = async (store: Store, campaign?: string) =>
  (await store.counts({ campaign })).individuals;
const ids = async (rows: ReturnType<Store['export']>) => (await collect(rows)).map(({ id }) => id);

describeForEachEngine('changes of what a store has', (engine) => {
  it('flag what a filter finds, after a preview, and give it back', async () => {
    const store = await openStore(await engine.newDatabase());
    const [ana, ben, cleo] = [newSubmission(), newSubmission(), newSubmission()];
    await store.add([
      entryOf(ana, { address: '192.0.2.7' }),
      entryOf(ben, { address: '192.0.2.200' }),
      entryOf(cleo, { address: '2001:db8::1' }),
    ]);
    const filter = { network: '192.0.2.0/24' };
    assert.equal(await store.flag(filter, 'attack', { preview: true }), 2);
    assert.equal(await individuals(store), 3);
    assert.equal(await store.flag(filter, 'attack'), 2);
    assert.equal(await store.flag(filter, 'attack'), 0, 'a second time');
    assert.equal(await individuals(store), 1);
    assert.deepEqual(
      (await ids(store.export({ reason: 'attack' }))).toSorted(),
      [ana.id, ben.id].toSorted(),
    );

    assert.equal(await store.unflag({ ids: [ben.id], reason: 'else' }), 0);
    assert.equal(await store.unflag({ ids: [ben.id] }), 1);
    assert.equal(await individuals(store), 2);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });

  it('count in the place of what is flagged who came after it', async () => {
    const store = await openStore(await engine.newDatabase());
    const forged = newSubmission();
    await store.add([entryOf(forged, { address: '192.0.2.7' })]);
    const own = sentBy(forged);
    const later = sentBy(forged);
    await keep(store, own);
    await keep(store, later);
    await store.flag({ network: '192.0.2.7' }, 'attack');
    assert.deepEqual(await ids(store.export({ states: ['counted'] })), [own.id]);
    assert.equal(await individuals(store), 1);
    // Its person is counted already.
    await store.unflag({});
    assert.equal(await individuals(store), 1);
    assert.deepEqual(
      (await ids(store.export({ states: ['repeated'] }))).toSorted(),
      [forged.id, later.id].toSorted(),
    );
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });

  it('find submissions by domain, campaign, partner, type, state and time', async () => {
    const store = await openStore(await engine.newDatabase());
    const odd = sentBy(newSubmission(), { email: 'a@a_b.example.org'.replace('_', '-') });
    const pledge = newPledge({ campaign: 'a', partner: 'library' });
    const petition = newPledge({ campaign: 'b', type: 'petition' });
    const start = new Date().toISOString();
    await keep(store, odd, pledge, petition);
    const find = (filter: Parameters<Store['export']>[0]) => ids(store.export(filter));
    assert.deepEqual(await find({ emailDomain: 'A-B.example.org' }), [odd.id]);
    assert.deepEqual(await find({ emailDomain: 'a%.example.org' }), []);
    assert.deepEqual(await find({ campaign: 'a' }), [pledge.id]);
    assert.deepEqual(await find({ partner: 'library', type: 'pledge' }), [pledge.id]);
    assert.deepEqual(await find({ type: 'petition' }), [petition.id]);
    assert.equal((await find({ states: ['counted'], from: start })).length, 3);
    assert.deepEqual(await find({ before: start }), []);
    assert.deepEqual(await find({ states: [] }), []);
    await store.close();
  });

  it('erase a person with all that belongs to them, once', async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const ana = sentBy(newSubmission(), { email: 'Ana.Ruiz@gmail.com' });
    const pledge = { ...newPledge({ campaign: 'a', partner: 'library' }), member: ana.member };
    const outbox = [{ kind: 'relay', target: 'crm', payload: '{}', states: ['counted'] }] as const;
    await store.add([ana, sentBy(ana), pledge].map((each) => entryOf(each, { outbox })));
    await keep(store, newSubmission());
    assert.equal(
      await store.deletePerson('anaruiz+x@googlemail.com', 'drop', { preview: true }),
      3,
    );
    assert.equal(await store.deletePerson('anaruiz+x@googlemail.com', 'drop'), 3);
    assert.equal(await store.deletePerson('anaruiz+x@googlemail.com', 'drop'), 0);
    assert.deepEqual([await individuals(store), await individuals(store, 'a')], [1, 0]);
    // It is as if she had never been there.
    const [again] = await keep(store, ana);
    assert.ok('state' in again! && again.kept === 'stored' && again.state === 'counted');
    assert.equal(await store.deletePerson('ana.ruiz@gmail.com', 'keep'), 1);
    assert.equal(await individuals(store), 2);
    assert.deepEqual(await store.recount(), []);
    await store.close();

    const { database } = await openDatabase(address);
    for (const table of ['submissions', 'people', 'outbox'] as const) {
      const rows = await database.selectFrom(table).selectAll().execute();
      assert.doesNotMatch(JSON.stringify(rows), /ana\.?ruiz/i, table);
    }
    assert.deepEqual(await database.selectFrom('outbox').selectAll().execute(), []);
    await database.destroy();
  });

  it('erase addresses and old submissions, and keep the counts', async () => {
    const store = await openStore(await engine.newDatabase());
    await store.add([entryOf(newSubmission(), { address: '192.0.2.7' }), entryOf(newSubmission())]);
    const before = '9999-01-01T00:00:00.000Z';
    assert.equal(await store.eraseAddresses({ before: '2000-01-01T00:00:00.000Z' }), 0);
    assert.equal(await store.eraseAddresses({ before }), 1);
    assert.equal(await store.eraseAddresses({ before }), 0);
    assert.equal(await store.purge({ before }, 'keep', { preview: true }), 2);
    assert.equal(await store.purge({ before }, 'keep'), 2);
    assert.equal(await individuals(store), 2);
    assert.deepEqual(await ids(store.export()), []);
    await store.close();
  });

  it('stop between two transactions where asked to', async () => {
    const store = await openStore(await engine.newDatabase());
    await keep(store, ...Array.from({ length: 3 }, newSubmission));
    assert.equal(await store.flag({}, 'attack', { signal: AbortSignal.abort() }), 0);
    assert.equal(await individuals(store), 3);
    await store.close();
  });

  it('go through more than fit into one transaction', async () => {
    const store = await openStore(await engine.newDatabase());
    for (let round = 0; round < 4; round++) {
      await keep(store, ...Array.from({ length: 300 }, newSubmission));
    }
    assert.equal((await ids(store.export())).length, 1200);
    assert.equal(await store.flag({}, 'attack'), 1200);
    assert.equal(await individuals(store), 0);
    assert.equal(await store.unflag({}), 1200);
    assert.equal(await individuals(store), 1200);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });

  it('repair counts that are wrong, and say which', async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    await keep(store, newPledge({ campaign: 'a', partner: 'library' }), newSubmission());
    const { database } = await openDatabase(address);
    await database
      .updateTable('count_shards')
      .set({ individuals: 7 })
      .where('scope', '=', 'a')
      .execute();
    await database.destroy();
    const wrong = {
      before: { individuals: 7, organizations: 0 },
      after: { individuals: 1, organizations: 0 },
    };
    assert.deepEqual(await store.recount(), [
      { scope: 'a', partner: '', ...wrong },
      { scope: 'a', partner: 'library', ...wrong },
    ]);
    assert.equal(await individuals(store, 'a'), 1);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });
});
