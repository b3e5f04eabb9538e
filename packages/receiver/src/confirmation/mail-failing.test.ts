import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { openStore } from '../store/open-store.ts';
import { collect } from '../testing/collect.ts';
import { runOn } from '../testing/command.ts';
import { createConfirmingReceiver, linkIn } from '../testing/confirming-receiver.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startSmtp, type SmtpBehaviour } from '../testing/smtp.ts';
import { newSubmission, sentBy } from '../testing/submissions.ts';

const login = { method: 'LOGIN', user: 'hello', password: 's3cret@/' } as const;
/** Nothing that is said of mails may hold one of these. */
const TRACES = /s3cret|guessed|ana\.ruiz|Ruizovic/;

describeForEachEngine('a mail that cannot be sent', (engine) => {
  /** Ana joined, while her mail cannot be sent. */
  const start = async (test: TestContext, behaviour: SmtpBehaviour, password = 's3cret%40%2F') => {
    const smtp = await startSmtp({ login });
    test.after(() => smtp.stop());
    smtp.behave(behaviour);
    const database = await engine.newDatabase();
    const store = await openStore(database);
    const { port } = new URL(smtp.url);
    const url = `smtp://hello:${password}@127.0.0.1:${port}`;
    const receiver = createConfirmingReceiver({ store, smtp: { ...smtp, url }, wait: 30 });
    const ana = { email: 'ana.ruiz@example.org', familyName: 'Ruizovic' };
    assert.equal((await receiver.post(sentBy(newSubmission(), ana))).status, 202);
    const saysSomething = async () => {
      while (receiver.log.length === 0) await new Promise((next) => setImmediate(next));
    };
    const states = async () => (await collect(store.export())).map(({ state }) => state);
    return { ...receiver, smtp, store, database, saysSomething, states };
  };

  for (const [behaviour, code] of [
    ['later', 'EENVELOPE 450'],
    ['refuse', 'EMESSAGE 554'],
    ['cut', 'ECONNECTION'],
  ] as const) {
    it(`is sent as soon as it can be, and confirms: ${behaviour}`, async (test) => {
      const { smtp, log, open, stop, saysSomething, states } = await start(test, behaviour);
      await saysSomething();
      assert.deepEqual(log, [`A confirmation was not sent, and is tried again later: ${code}`]);
      smtp.behave('accept');
      await smtp.received(1);
      assert.deepEqual(await states(), ['pending']);
      assert.equal((await open(linkIn(smtp.mails[0]!)!, 'POST')).status, 200);
      assert.deepEqual(await states(), ['counted']);
      assert.doesNotMatch(log.join('\n'), TRACES);
      await stop();
    });
  }

  it('for a wrong password waits until somebody sets it right', async (test) => {
    const { smtp, log, worker, store, saysSomething } = await start(test, 'accept', 'guessed');
    await saysSomething();
    await worker.stop();
    assert.deepEqual(log, ['A confirmation was not sent, and is tried again later: EAUTH 535']);
    assert.equal(smtp.attempts(), 0);
    const right = createConfirmingReceiver({ store, smtp });
    await smtp.received(1);
    await right.stop();
    assert.deepEqual(right.log, []);
  });

  it('to a mailbox that is refused for good is given up, listed, and can be tried again', async (test) => {
    const { smtp, log, stop, store, database, saysSomething } = await start(test, 'never');
    await saysSomething();
    assert.deepEqual(log, ['A confirmation was not sent, and is given up: EENVELOPE 550']);
    const listed = async () => {
      const { code, out, error } = await runOn(database, ['outbox']);
      assert.deepEqual([code, error], [0, '']);
      assert.doesNotMatch(out, TRACES);
      return out;
    };
    while ((await store.outbox.letters.countDead({ all: true })) === 0);
    assert.match(
      await listed(),
      /^confirmation: 1 given up\n\S+Z {2}confirmation {2}given up {2}after 1 attempt {2}EENVELOPE 550 {2}\S+\n$/,
    );
    smtp.behave('accept');
    const replay = await runOn(database, ['outbox', '--replay', 'confirmation']);
    assert.equal(replay.out, 'Tried again from now on: 1\n');
    const right = createConfirmingReceiver({ store, smtp });
    await smtp.received(1);
    await right.worker.stop();
    assert.equal(await listed(), 'confirmation: 1 sent\n');
    await stop();
  });
});
