import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { startOutboxWorker } from '../outbox/outbox-worker.ts';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startService, type Service } from '../testing/service.ts';
import { entryOf, newPledge, newSubmission } from '../testing/submissions.ts';
import { createRelaySender } from './relay-sender.ts';
import type { Target } from './target.ts';
import { relayTo } from './when-counted.ts';

const SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

const hookAt = ({ origin }: Pick<Service, 'origin'>, parts: Partial<Target> = {}): Target => ({
  name: 'crm',
  format: 'signed-webhook',
  url: `${origin}/hooks`,
  secret: SECRET,
  ...parts,
});

/** What the service does, and what the outbox says then. */
const ENDS = [
  [401, 'waiting', 'http-401'],
  [429, 'waiting', 'http-429'],
  [500, 'waiting', 'http-500'],
  [410, 'dead', 'http-410'],
  [422, 'dead', 'http-422'],
  ['nothing', 'waiting', 'timeout'],
  ['half an answer', 'waiting', 'timeout'],
] as const;

describeForEachEngine('the relay', (engine) => {
  /** A store whose worker is run until the outbox is as a test wants it. */
  async function start(test: TestContext, targets: Target[], timeout = 5_000) {
    const address = await engine.newDatabase();
    const store = await openStore(address, { whenCounted: relayTo(targets) });
    const { database } = await openDatabase(address);
    const log: string[] = [];
    const waiting: { length: number; resolve: () => void }[] = [];
    let done = 0;
    const tell = async <Result>(settling: Promise<Result>): Promise<Result> => {
      const result = await settling;
      done++;
      for (const { length, resolve } of waiting) if (done >= length) resolve();
      return result;
    };
    const { outbox } = store;
    const worker = startOutboxWorker({
      queue: {
        ...outbox,
        finish: (...all) => tell(outbox.finish(...all)),
        postpone: (...all) => tell(outbox.postpone(...all)),
        abandon: (...all) => tell(outbox.abandon(...all)),
      },
      senders: { relay: createRelaySender({ targets, store, timeout }) },
      log: (line) => log.push(line),
      wait: () => 60_000,
    });
    test.after(async () => {
      await worker.stop();
      await store.close();
      await database.destroy();
    });
    return {
      store,
      log,
      /** Fulfilled when so many attempts have ended. */
      attempts(length: number) {
        worker.wake();
        return new Promise<void>((resolve) => {
          if (done >= length) resolve();
          else waiting.push({ length, resolve });
        });
      },
      rows: () => database.selectFrom('outbox').selectAll().orderBy('target').execute(),
    };
  }

  it('passes on who counts, to the targets for it, with nothing in the outbox about them', async (test) => {
    const service = await startService(test, () => ({ status: 204 }));
    const targets = [
      hookAt(service, { name: 'all' }),
      hookAt(service, { name: 'joins', types: ['join'] }),
      hookAt(service, { name: 'other', campaigns: ['another'] }),
      { name: 'form', format: 'form', url: `${service.origin}/form` } satisfies Target,
    ];
    const { store, attempts, rows, log } = await start(test, targets);
    const ana = newSubmission();
    const nameless = newPledge({ kind: 'anonymous' });
    await store.add([
      entryOf(ana),
      entryOf(nameless),
      entryOf(newSubmission(), { flag: 'blocked' }),
      entryOf(newSubmission(), { pending: true }),
    ]);
    await attempts(4);
    const kept = await rows();
    assert.deepEqual(
      kept.map(({ target, submission_id }) => [target, submission_id]).toSorted(),
      [
        ['all', ana.id],
        ['all', nameless.id],
        ['form', ana.id],
        ['joins', ana.id],
      ].toSorted(),
    );
    assert.deepEqual(
      new Set(kept.map(({ state, payload }) => `${state} ${payload}`)),
      new Set(['done {}']),
    );
    const hooks = service.received.filter(({ path }) => path === '/hooks');
    assert.deepEqual(
      hooks.map(({ headers }) => headers['webhook-id']).toSorted(),
      [ana.id, ana.id, nameless.id].toSorted(),
    );
    const [form] = service.received.filter(({ path }) => path === '/form');
    assert.equal(new URLSearchParams(form!.body).get('email'), ana.member.email);
    assert.deepEqual(log, []);
  });

  it('waits for as long as it is asked to, and follows no redirect', async (test) => {
    const answers = [
      { status: 503, headers: { 'retry-after': '3600' } },
      { status: 302, headers: { location: 'https://elsewhere.example/' } },
    ];
    const service = await startService(test, (_, times) => answers[times - 1] ?? { status: 200 });
    const { store, attempts, rows, log } = await start(test, [hookAt(service)]);
    await store.add([entryOf(newSubmission())]);
    await attempts(1);
    const [busy] = await rows();
    assert.deepEqual([busy!.state, busy!.last_error], ['waiting', 'http-503']);
    const wait = Date.parse(busy!.due_at) - Date.now();
    assert.ok(wait > 3_500_000 && wait <= 3_600_000, `${wait} ms`);

    await store.add([entryOf(newSubmission())]);
    await attempts(2);
    const errors = (await rows()).map(({ last_error }) => last_error);
    assert.deepEqual(errors.toSorted(), ['http-302', 'http-503']);
    assert.equal(service.received.length, 2, 'the redirect was not followed');
    assert.deepEqual(log, [
      'A relay to crm was not sent, and is tried again later: http-503',
      'A relay to crm was not sent, and is tried again later: http-302',
    ]);
  });

  for (const [status, state, error] of ENDS) {
    it(`takes ${status} for ${error}: ${state}`, async (test) => {
      const service = await startService(test, ({ body }) => {
        if (status === 'nothing') return 'hang';
        if (status === 'half an answer')
          return { status: 200, headers: { 'content-length': '9' }, body: 'a' };
        return { status, body };
      });
      const json: Target = {
        name: 'crm',
        format: status === 'half an answer' ? 'json' : 'signed-webhook',
        url: service.origin,
        secret: SECRET,
        headers: { authorization: 'Bearer secret-token' },
      };
      const { store, attempts, rows, log } = await start(
        test,
        [json],
        status === 'nothing' || status === 'half an answer' ? 300 : 5_000,
      );
      const ana = newSubmission();
      await store.add([entryOf(ana)]);
      await attempts(1);
      const [row] = await rows();
      assert.deepEqual([row!.state, row!.last_error], [state, error]);
      assert.equal(service.received[0]!.headers['authorization'], 'Bearer secret-token');
      const told = `${log.join()} ${JSON.stringify(row)}`;
      for (const hidden of [SECRET, 'secret-token', service.origin, ana.member.email]) {
        assert.ok(!told.includes(hidden), hidden);
      }
    });
  }

  it('keeps a service that is not there as waiting', async (test) => {
    const { store, attempts, rows } = await start(test, [hookAt({ origin: 'http://127.0.0.1:1' })]);
    await store.add([entryOf(newSubmission())]);
    await attempts(1);
    assert.deepEqual(
      (await rows()).map(({ state, last_error }) => [state, last_error]),
      [['waiting', 'network']],
    );
  });

  it('sends nothing of who is erased or flagged while it waits', async (test) => {
    const service = await startService(test, () => ({ status: 500 }));
    const { store, attempts, rows } = await start(test, [hookAt(service)]);
    const [ana, ben] = [newSubmission(), newSubmission()];
    await store.add([entryOf(ana), entryOf(ben)]);
    await attempts(2);
    await store.deletePerson(ana.member.email, 'drop');
    await store.flag({ ids: [ben.id] }, 'attack');
    assert.deepEqual(await rows(), []);
  });

  it('waits with what is for a target that it does not know any more', async (test) => {
    const { store, attempts, rows } = await start(test, []);
    const draft = { kind: 'relay', target: 'old', payload: '{}', states: ['counted'] } as const;
    await store.add([entryOf(newSubmission(), { outbox: [draft] })]);
    await attempts(1);
    const [row] = await rows();
    assert.deepEqual([row!.state, row!.last_error], ['waiting', 'no-such-target']);
  });
});
