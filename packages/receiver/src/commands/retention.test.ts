import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { runOn } from '../testing/command.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newSubmission } from '../testing/submissions.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

describeForEachEngine('pro-kid-receiver retention', (engine) => {
  const open = async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const change = async (
      work: (database: Awaited<ReturnType<typeof openDatabase>>['database']) => Promise<unknown>,
    ) => {
      const { database } = await openDatabase(address);
      await work(database);
      await database.destroy();
    };
    /** Keeps a submission that came so long ago. */
    const came = async (days: number, pending = false) => {
      const submission = newSubmission();
      await store.add([entryOf(submission, { address: '192.0.2.7', pending })]);
      await change((database) =>
        database
          .updateTable('submissions')
          .set({ received_at: daysAgo(days) })
          .where('id', '=', submission.id)
          .execute(),
      );
      return submission.id;
    };
    /** Notes so many of what was sent or given up so long ago. */
    const finished = (state: 'done' | 'dead', days: number, length: number, submission: string) =>
      change((database) =>
        database
          .insertInto('outbox')
          .values(
            Array.from({ length }, () => ({
              id: randomUUID(),
              submission_id: submission,
              kind: 'relay' as const,
              target: `${state} ${days}`,
              state,
              due_at: daysAgo(days),
              lease_until: null,
              last_error: null,
              created_at: daysAgo(900),
              finished_at: daysAgo(days),
              payload: '{}',
            })),
          )
          .execute(),
      );
    const left = async () =>
      (await store.outbox.letters.count()).map(({ target, count }) => `${target}: ${count}`);
    return { address, store, came, finished, left };
  };
  /** A line for each figure, in the order in which they are said. */
  const linesOf = (out: string) => out.trimEnd().split('\n');

  it('erases what was kept for long enough, after a dry run, and keeps the counts', async () => {
    const { address, store, came } = await open();
    await came(731);
    await came(31, true);
    const left = [await came(100), await came(29, true), await came(1)];
    const lines = (verb: string) =>
      new RegExp(
        [
          `^${verb} 3 IP addresses received before .+`,
          `${verb} 0 notes of what was sent before .+`,
          `${verb} 0 notes of what was given up before .+`,
          `${verb} 0 links that ended before .+`,
          `${verb} 1 pending submissions received before .+`,
          `${verb} 1 submissions received before .+\n$`,
        ].join('\n'),
      );
    assert.match((await runOn(address, ['retention', '--dry-run'])).out, lines('It would erase'));
    assert.match((await runOn(address, ['retention'])).out, lines('Erased'));
    for (const line of linesOf((await runOn(address, ['retention'])).out)) {
      assert.match(line, /^Erased 0 /);
    }

    const found = new Map<string, string | null>();
    for await (const row of store.export()) found.set(row.id, row.address);
    assert.deepEqual(
      [...found],
      left.map((id, index) => [id, index === 0 ? null : '192.0.2.7']),
    );
    assert.equal((await store.counts()).individuals, 3);
    const forever = ['retention', '--keep-addresses', 'forever', '--keep-submissions', '50d'];
    const [addresses, , , , , submissions] = linesOf((await runOn(address, forever)).out);
    assert.equal(addresses, 'Kept forever: IP addresses');
    assert.match(submissions!, /^Erased 1 submissions received before /);
    assert.equal((await store.counts()).individuals, 3);
    await store.close();
  });

  it('erases notes of what was sent or given up, each in its time, and never what waits', async () => {
    const { address, store, came, finished, left } = await open();
    const id = await came(100);
    await finished('done', 91, 480, id);
    await finished('done', 92, 480, id);
    await finished('done', 89, 2, id);
    await finished('dead', 181, 3, id);
    await finished('dead', 179, 4, id);
    const waits = { kind: 'relay', target: 'waits', payload: '{}', states: ['counted'] } as const;
    await store.add([entryOf(newSubmission(), { outbox: [waits] })]);

    const dry = linesOf((await runOn(address, ['retention', '--dry-run'])).out);
    assert.match(dry[1]!, /^It would erase 960 notes of what was sent before /);
    assert.match(dry[2]!, /^It would erase 3 notes of what was given up before /);
    assert.equal((await left()).length, 6);

    const done = linesOf((await runOn(address, ['retention'])).out);
    assert.match(done[1]!, /^Erased 960 notes of what was sent before /);
    assert.match(done[2]!, /^Erased 3 notes of what was given up before /);
    assert.deepEqual(await left(), ['dead 179: 4', 'done 89: 2', 'waits: 1']);

    const options = ['retention', '--keep-sent', '1d', '--keep-given-up', 'forever'];
    const others = linesOf((await runOn(address, options)).out);
    assert.match(others[1]!, /^Erased 2 notes of what was sent before /);
    assert.equal(others[2], 'Kept forever: notes of what was given up');
    assert.deepEqual(await left(), ['dead 179: 4', 'waits: 1']);
    assert.equal((await collect(store.export())).length, 2);
    await store.close();
  });

  it('does so in parts, says how far it is, and stops between two', async () => {
    const { store, came, finished, left } = await open();
    const id = await came(1);
    for (let round = 0; round < 3; round++) await finished('done', 91, 400, id);
    const which = { state: 'done', before: daysAgo(90) } as const;
    const erase = async (how: { preview?: boolean; signal?: AbortSignal } = {}) => {
      const progress: number[] = [];
      const onProgress = (done: number) => progress.push(done);
      const erased = await store.outbox.letters.eraseFinished(which, { ...how, onProgress });
      return { erased, progress };
    };
    const all = { erased: 1_200, progress: [500, 1_000, 1_200] };
    assert.deepEqual(await erase({ preview: true }), all);
    const stop = new AbortController();
    const stopped = await store.outbox.letters.eraseFinished(which, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    assert.equal(stopped, 500);
    assert.deepEqual(await left(), ['done 91: 700']);
    assert.deepEqual(await erase(), { erased: 700, progress: [500, 700] });
    assert.deepEqual(await left(), []);
    await store.close();
  });

  it('erases links a while after they ended, and no submission that a link can still confirm', async () => {
    const { address, store, came } = await open();
    const [soon, open40, ended] = [
      await came(29, true),
      await came(40, true),
      await came(41, true),
    ];
    const confirmed = await came(60, true);
    const issue = (id: string, token: string, days: number) =>
      store.confirmations.issue(id, token, {
        now: Date.now(),
        expiresAt: Date.now() + days * DAY_MS,
        mostMails: 5,
      });
    await issue(soon, 'soon', -22);
    // A second one, which works, where a mail was sent again.
    await issue(open40, 'open-first', -1);
    await issue(open40, 'open-second', 1);
    await issue(ended, 'ended', -1);
    await issue(confirmed, 'confirmed', -31);
    assert.equal(await store.confirm(confirmed), 'counted');

    const lines = (verb: string) =>
      new RegExp(
        `\n${verb} 1 links that ended before .+\n${verb} 1 pending submissions received before `,
      );
    assert.match((await runOn(address, ['retention', '--dry-run'])).out, lines('It would erase'));
    assert.match((await runOn(address, ['retention'])).out, lines('Erased'));
    const states = new Map((await collect(store.export())).map(({ id, state }) => [id, state]));
    assert.deepEqual(
      states,
      new Map([
        [confirmed, 'counted'],
        [open40, 'pending'],
        [soon, 'pending'],
      ]),
    );
    const known = await Promise.all(
      ['soon', 'open-first', 'open-second', 'ended', 'confirmed'].map(async (token) =>
        (await store.confirmations.find(token)) ? token : [],
      ),
    );
    assert.deepEqual(known.flat(), ['soon', 'open-first', 'open-second']);
    const links = ['retention', '--keep-links', '7d', '--keep-pending', '28d'];
    assert.match(
      (await runOn(address, links)).out,
      /\nErased 1 links that ended .+\nErased 1 pending submissions /,
    );
    assert.equal(await store.confirm(open40), 'counted');
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });
});
