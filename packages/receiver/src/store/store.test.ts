import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Counts, Submission } from '@pro-kid/contract';
import { organizationSubmission } from '@pro-kid/contract/testing';
import { collect } from '../testing/collect.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';
import type { Store, SubmissionFilter } from './store.ts';

const withoutTime = ({ asOf: _, ...counts }: Counts) => counts;
const countsOf = async (store: Store, ...scope: Parameters<Store['counts']>) =>
  withoutTime(await store.counts(...scope));
const keep = (store: Store, ...submissions: Submission[]) =>
  store.add(submissions.map((submission) => entryOf(submission)));
const statesOf = async (store: Store, filter: SubmissionFilter = {}) => {
  const states: Record<string, string> = {};
  for await (const { id, state } of store.export(filter)) states[id] = state;
  return states;
};

describeForEachEngine('a store', (engine) => {
  const open = async (
    ...options: Parameters<typeof openStore> extends [string, ...infer R] ? R : never
  ) => openStore(await engine.newDatabase(), ...options);

  it('keeps each id once, and tells other content under it apart', async () => {
    const store = await open();
    const submission = newSubmission();
    const [first] = await keep(store, submission);
    const { decidedAt } = first as { decidedAt: string };
    assert.deepEqual(first, { kept: 'stored', state: 'counted', decidedAt });
    const same = { kept: 'same', state: 'counted', decidedAt };
    assert.deepEqual(await keep(store, submission), [same]);
    assert.deepEqual(await store.find(submission.id, entryOf(submission).fingerprint), same);
    const other = { ...submission, language: 'es' };
    assert.deepEqual(await keep(store, other), [{ kept: 'other' }]);
    assert.deepEqual(await store.find(submission.id, 'else'), { kept: 'other' });
    assert.equal(await store.find(newSubmission().id, 'else'), undefined);
    assert.equal((await store.counts()).individuals, 1);
    await store.close();
  });

  it('keeps many at once, also where some are the same, and answers in their order', async () => {
    const store = await open();
    const known = newSubmission();
    await keep(store, known);
    const one = newSubmission();
    const verdicts = await keep(
      store,
      one,
      known,
      { ...one, language: 'es' },
      one,
      organizationSubmission,
    );
    assert.deepEqual(
      verdicts.map((verdict) => verdict instanceof Error || verdict.kept),
      ['stored', 'same', 'other', 'same', 'stored'],
    );
    assert.deepEqual(await countsOf(store), { individuals: 2, organizations: 1 });
    assert.deepEqual(await store.add([]), []);
    await store.close();
  });

  it('does not let one that cannot be kept keep out the others', async () => {
    const store = await open();
    const broken = entryOf(newSubmission(), { fingerprint: null as unknown as string });
    const [first, second, third] = await store.add([
      entryOf(newSubmission()),
      broken,
      entryOf(newSubmission()),
    ]);
    for (const verdict of [first, third])
      assert.ok('kept' in verdict! && verdict.kept === 'stored');
    assert.ok(second instanceof Error);
    assert.equal((await store.counts()).individuals, 2);
    await store.close();
  });

  it('keeps what it has over a restart, with all that rows are found by', async () => {
    const address = await engine.newDatabase();
    const first = await openStore(address);
    const pledge = newPledge({ campaign: 'spring', partner: 'library' });
    const before = new Date().toISOString();
    await first.add([entryOf(pledge, { address: '192.0.2.7' })]);
    await first.close();

    const second = await openStore(address);
    const rows = await collect(second.export());
    await second.close();
    assert.equal(rows.length, 1);
    const { body, received_at: receivedAt, decided_at: decidedAt, ...columns } = rows[0]!;
    const email = `${pledge.id}@example.org`;
    assert.deepEqual(columns, {
      id: pledge.id,
      fingerprint: entryOf(pledge).fingerprint,
      type: 'pledge',
      kind: 'individual',
      email,
      mailbox: email,
      person: `individual ${email}`,
      campaign: 'spring',
      partner: 'library',
      scope: 'spring',
      state: 'counted',
      reason: null,
      flagged_from: null,
      address: '192.0.2.7',
    });
    assert.deepEqual(JSON.parse(body), JSON.parse(JSON.stringify(pledge)));
    assert.ok(receivedAt >= before && decidedAt === receivedAt);
  });

  it('counts a person once in each scope, however the address is written', async () => {
    const store = await open();
    const ana = sentBy(newSubmission(), { email: 'Ana.Ruiz@gmail.com' });
    const again = ['anaruiz@GMAIL.com', 'ana.ruiz+kids@googlemail.com', 'a.n.a.r.u.i.z@gmail.com'];
    const repeats = again.map((email) => sentBy(ana, { email }));
    // In the same transaction, and in a later one.
    const first = await keep(store, ana, repeats[0]!);
    const second = await keep(store, repeats[1]!, repeats[2]!);
    const states = [...first, ...second].map((verdict) => 'state' in verdict && verdict.state);
    assert.deepEqual(states, ['counted', 'repeated', 'repeated', 'repeated']);

    const pledge = { ...newPledge({ campaign: 'a' }), member: ana.member };
    await keep(store, pledge, sentBy(pledge), {
      ...sentBy(pledge),
      source: { ...pledge.source, campaign: 'b' },
    });
    for (const scope of [{}, { campaign: 'a' }, { campaign: 'b' }]) {
      assert.deepEqual(await countsOf(store, scope), { individuals: 1, organizations: 0 });
    }
    const emails = (await collect(store.export({ email: 'anaruiz@gmail.com' }))).map(
      ({ email }) => email,
    );
    assert.ok(
      again.every((email) => emails.includes(email)),
      'each is kept as it was given',
    );
    await store.close();
  });

  it('counts organizations on one address by their names, and everybody without a name', async () => {
    const store = await open();
    const office = newPledge({ campaign: 'a', kind: 'organization' });
    const names = ['First Steps', ' first  steps', 'Second Steps'];
    await keep(store, ...names.map((name) => sentBy(office, { name })));
    const nobody = () => newPledge({ campaign: 'a', kind: 'anonymous' });
    await keep(store, nobody(), nobody(), nobody());
    assert.deepEqual(await countsOf(store, { campaign: 'a' }), {
      individuals: 3,
      organizations: 2,
    });
    await store.close();
  });

  it('counts two of a family on one address where asked to, and no third', async () => {
    const names = ['Ana', 'Ben', 'Ana', 'Cleo'];
    for (const [family, states] of [
      [true, ['counted', 'counted', 'repeated', 'repeated']],
      [false, ['counted', 'repeated', 'repeated', 'repeated']],
    ] as const) {
      const store = await open({ family });
      const shared = newSubmission();
      const verdicts = await keep(
        store,
        ...names.map((givenName) => sentBy(shared, { givenName })),
      );
      assert.deepEqual(
        verdicts.map((verdict) => 'state' in verdict && verdict.state),
        states,
      );
      assert.equal(
        (await store.counts()).individuals,
        states.filter((state) => state === 'counted').length,
      );
      await store.close();
    }
  });

  it('does not count what is flagged, pending, or signed for no campaign', async () => {
    const store = await open();
    const nowhere = newPledge();
    delete nowhere.source.campaign;
    const flagged = newSubmission();
    const pending = newSubmission();
    await store.add([
      entryOf(flagged, { flag: 'limit', pending: true }),
      entryOf(pending, { pending: true }),
      entryOf(nowhere),
    ]);
    assert.deepEqual(await statesOf(store), {
      [flagged.id]: 'flagged',
      [pending.id]: 'pending',
      [nowhere.id]: 'counted',
    });
    assert.deepEqual(await countsOf(store), { individuals: 0, organizations: 0 });

    assert.equal(await store.confirm(pending.id), 'counted');
    assert.equal(await store.confirm(pending.id), 'counted', 'a second time');
    assert.equal(await store.confirm(flagged.id), 'flagged');
    assert.equal(await store.confirm(newSubmission().id), undefined);
    assert.equal((await store.counts()).individuals, 1);
    assert.deepEqual(await store.recount(), []);

    // Its address was confirmed meanwhile.
    assert.equal(await store.unflag({ ids: [flagged.id] }), 1);
    assert.equal((await store.counts()).individuals, 2);
    await store.close();
  });

  it('counts one of many who confirm for the same person', async () => {
    const store = await open();
    const ana = newSubmission();
    const all = [ana, sentBy(ana), sentBy(ana)];
    await store.add(all.map((submission) => entryOf(submission, { pending: true })));
    const states = await Promise.all(all.map(({ id }) => store.confirm(id)));
    assert.deepEqual(states.toSorted(), ['counted', 'repeated', 'repeated']);
    assert.equal((await store.counts()).individuals, 1);
    await store.close();
  });

  it('counts by partner, those with the most first', async () => {
    const store = await open();
    const partners = ['library', 'library', 'clinic', '__proto__', undefined];
    await keep(store, ...partners.map((partner) => newPledge({ campaign: 'a', partner })));
    const counts = await store.counts({ campaign: 'a', byPartner: true });
    assert.equal(counts.individuals, 5);
    assert.deepEqual(
      Object.entries(counts.partners!).map(([id, { individuals }]) => [id, individuals]),
      [
        ['library', 2],
        ['__proto__', 1],
        ['clinic', 1],
      ],
    );
    assert.deepEqual(await countsOf(store, { campaign: 'z', byPartner: true }), {
      individuals: 0,
      organizations: 0,
      partners: {},
    });
    await store.close();
  });

  it('keeps what is to be sent with what it is sent for, by the state it came to', async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const outbox = [{ kind: 'relay', target: 'crm', payload: '{}', states: ['counted'] }] as const;
    const submission = newSubmission();
    await store.add(
      [submission, submission, sentBy(submission)].map((each) => entryOf(each, { outbox })),
    );
    await store.close();
    const { database } = await openDatabase(address);
    const rows = await database.selectFrom('outbox').selectAll().execute();
    await database.destroy();
    assert.deepEqual(
      rows.map(({ submission_id: id, kind, target, state, attempts }) => [
        id,
        kind,
        target,
        state,
        attempts,
      ]),
      [[submission.id, 'relay', 'crm', 'waiting', 0]],
    );
  });
});
