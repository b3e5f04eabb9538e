import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openStore } from '../store/open-store.ts';
import type { OutboxDraft } from '../store/store.ts';
import { allBytes, allCells } from '../testing/all-cells.ts';
import { runOn } from '../testing/command.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';

/** Parts of texts that would tell of the person, in any way they may have been written. */
const TRACES = /ana\.?ruiz|192\.0\.2\.7|Ruizovic|reset-token/i;

const outbox: OutboxDraft[] = [
  {
    kind: 'confirmation',
    target: '',
    payload: '{"to":"Ana.Ruiz@gmail.com","token":"reset-token"}',
    states: ['counted', 'repeated', 'pending', 'flagged'],
  },
];

describeForEachEngine('pro-kid-receiver delete', (engine) => {
  async function fill(address: string) {
    const store = await openStore(address);
    const ana = sentBy(newSubmission(), { email: 'Ana.Ruiz@gmail.com', familyName: 'Ruizovic' });
    const comment = 'I am Ana Ruizovic. '.repeat(200);
    const pledge = {
      ...newPledge({ campaign: 'a', partner: 'library' }),
      member: sentBy(ana, { email: 'anaruiz+kids@googlemail.com' }).member,
      pledge: { commitments: ['share'], comment, showName: true },
    };
    const parts = { outbox, address: '192.0.2.7' };
    await store.add([entryOf(ana, parts), entryOf(pledge, parts)]);
    await store.add([entryOf(sentBy(ana), parts)]);
    await store.add([entryOf(sentBy(pledge), { ...parts, pending: true })]);
    await store.add([entryOf(sentBy(pledge), { ...parts, flag: 'limit' })]);
    await store.add([entryOf(newSubmission()), entryOf(newPledge({ campaign: 'a' }))]);
    return { store, ana };
  }

  it('shows all of a person first, then leaves no trace, and the person can join anew', async () => {
    const address = await engine.newDatabase();
    const { store, ana } = await fill(address);
    assert.match(await allCells(address), TRACES);
    const command = ['delete', '--email', 'ANARUIZ+x@gmail.com'];

    const shown = await runOn(address, command);
    assert.equal(shown.code, 0);
    assert.equal(shown.out.match(/^\S+Z {2}(join|pledge) .+$/gm)?.length, 5);
    assert.match(shown.out, / {2}anaruiz\+kids@googlemail\.com {2}/);
    assert.match(shown.out, /\nNothing was erased\. With --yes, it is: 5 submissions\n$/);
    assert.match(await allCells(address), TRACES);

    const erased = await runOn(address, [...command, '--yes']);
    assert.match(erased.out, /\nErased: 5 submissions\. They do not count any more\n$/);
    assert.doesNotMatch(await allCells(address), TRACES);
    assert.doesNotMatch(allBytes(address), TRACES);
    assert.equal((await store.counts()).individuals, 1);
    assert.equal((await store.counts({ campaign: 'a' })).individuals, 1);
    assert.deepEqual(await store.recount(), []);

    const nothing = { code: 0, out: 'Nothing is kept of this\n', error: '' };
    assert.deepEqual(await runOn(address, [...command, '--yes']), nothing);

    // Even with the same id: no record of it is left.
    const [verdict] = await store.add([entryOf(ana)]);
    assert.deepEqual(verdict, { ...verdict, kept: 'stored', state: 'counted' });
    assert.equal((await store.counts()).individuals, 2);
    await store.close();
  });

  it('leaves the counts as they are, where asked to', async () => {
    const address = await engine.newDatabase();
    const { store } = await fill(address);
    const command = ['delete', '--email', 'ana.ruiz@gmail.com', '--keep-counts', '--yes'];
    const erased = await runOn(address, command);
    assert.match(erased.out, /\nErased: 5 submissions\. The counts are as before\n$/);
    assert.doesNotMatch(await allCells(address), TRACES);
    assert.equal((await store.counts()).individuals, 2);
    assert.equal((await store.counts({ campaign: 'a' })).individuals, 2);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });

  it('erases a single submission, and counts in its place who repeated it', async () => {
    const address = await engine.newDatabase();
    const { store, ana } = await fill(address);
    const erased = await runOn(address, ['delete', '--id', ana.id, '--yes']);
    assert.match(erased.out, /\nErased: 1 submission\. They do not count any more\n$/);
    assert.equal((await store.counts()).individuals, 2);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });
});
