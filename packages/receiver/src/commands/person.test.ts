import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { hashOfToken } from '../confirmation/tokens.ts';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { allBytes, allCells } from '../testing/all-cells.ts';
import { runOn } from '../testing/command.ts';
import { createConfirmingReceiver, linkIn } from '../testing/confirming-receiver.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { smtpForSuite, type ReceivedMail } from '../testing/smtp.ts';
import { newPledge, newSubmission, sentBy } from '../testing/submissions.ts';

const DAY_MS = 86_400_000;
const EMAIL = 'Ana.Ruiz@gmail.com';
const TRACES = /ana\.?ruiz|Ruizovic/i;

interface Exported {
  state: string;
  submission: { id: string };
  confirmation: {
    confirmed: boolean;
    askedAt: string | null;
    mailedAt: string | null;
    links: { createdAt: string; expiresAt: string }[];
  } | null;
}

describeForEachEngine('a person who is asked to confirm', (engine) => {
  const smtp = smtpForSuite();

  const start = async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const receiver = createConfirmingReceiver({ store, smtp });
    return { address, store, ...receiver };
  };
  const ana = () => sentBy(newSubmission(), { email: EMAIL, familyName: 'Ruizovic' });
  const exported = async (address: string) => {
    const { code, out, error } = await runOn(address, ['export', '--email', 'anaruiz@gmail.com']);
    assert.deepEqual([code, error], [0, '']);
    return { out, submissions: (JSON.parse(out) as { submissions: Exported[] }).submissions };
  };
  const tokenIn = (mail: ReceivedMail) => linkIn(mail)!.split('/').at(-1)!;

  it('finds in an export when that was, until when, and whether they did, and no token', async () => {
    const { address, store, post, open, worker } = await start();
    const started = new Date().toISOString();
    const [joined, signed] = [ana(), { ...newPledge({ campaign: 'a' }), member: ana().member }];
    for (const submission of [joined, signed]) {
      assert.equal((await post(submission)).status, 202);
      await smtp.received(submission === joined ? 1 : 2);
    }
    // So that what was sent is noted as well.
    await worker.stop();
    const tokens = smtp.mails.map(tokenIn);
    const first = await exported(address);
    assert.deepEqual(
      first.submissions.map(({ submission, state, confirmation }) => [
        submission.id,
        state,
        confirmation!.confirmed,
      ]),
      [
        [joined.id, 'pending', false],
        [signed.id, 'pending', false],
      ],
    );
    for (const { confirmation } of first.submissions) {
      const { askedAt, mailedAt, links } = confirmation!;
      const [link, ...others] = links;
      assert.deepEqual(others, []);
      const times = [started, askedAt!, link!.createdAt, mailedAt!, new Date().toISOString()];
      assert.deepEqual(times, times.toSorted());
      const lasts = Date.parse(link!.expiresAt) - Date.parse(link!.createdAt);
      assert.ok(Math.abs(lasts - 7 * DAY_MS) < 1_000, `${lasts} ms`);
    }

    assert.equal((await open(linkIn(smtp.mails[0]!)!, 'POST')).status, 200);
    const second = await exported(address);
    assert.deepEqual(
      second.submissions.map(({ state, confirmation }) => [state, confirmation!.confirmed]),
      [
        ['counted', true],
        ['pending', false],
      ],
    );
    for (const token of tokens) {
      for (const { out } of [first, second]) {
        assert.ok(!out.includes(token) && !out.includes(hashOfToken(token)));
      }
    }
    await store.close();
  });

  it('is told apart from somebody who was flagged, and from somebody who was never asked', async () => {
    const { address, store, post, worker } = await start();
    await post(ana());
    await smtp.received(1);
    await worker.stop();
    await store.flag({ email: EMAIL }, 'attack');
    assert.equal((await exported(address)).submissions[0]!.confirmation!.confirmed, false);
    await store.unflag({ email: EMAIL });
    const [asked] = (await exported(address)).submissions;
    await store.confirm(asked!.submission.id);
    await store.flag({ email: EMAIL }, 'attack');
    assert.equal((await exported(address)).submissions[0]!.confirmation!.confirmed, true);
    await store.close();

    const unasked = await engine.newDatabase();
    const other = await openStore(unasked);
    const submission = ana();
    await other.add([{ submission, fingerprint: 'x' }]);
    assert.equal((await exported(unasked)).submissions[0]!.confirmation, null);
    await other.close();
  });

  it('leaves no trace when erased: mailed, confirmed, waiting for the mail, or refused by it', async () => {
    const { address, store, post, open, worker, log } = await start();
    const submissions = [ana(), { ...newPledge({ campaign: 'a' }), member: ana().member }];
    for (const [index, submission] of submissions.entries()) {
      await post(submission);
      await smtp.received(index + 1);
    }
    await open(linkIn(smtp.mails[0]!)!, 'POST');
    for (const [campaign, behaviour] of [
      ['b', 'later'],
      ['c', 'never'],
    ] as const) {
      smtp.behave(behaviour);
      const attempts = smtp.attempts();
      const signed = { ...newPledge({ campaign }), member: ana().member };
      submissions.push(signed);
      await post(signed);
      while (smtp.attempts() === attempts) await new Promise((done) => setImmediate(done));
    }
    await worker.stop();
    const tokens = smtp.mails.map(tokenIn);
    const secrets = [...tokens, ...tokens.map(hashOfToken), ...submissions.map(({ id }) => id)];
    const kept = await allCells(address);
    assert.match(kept, TRACES);
    // Each of them is looked for in the form in which it is there before.
    for (const secret of secrets.slice(tokens.length)) assert.ok(kept.includes(secret), secret);
    const { submissions: before } = await exported(address);
    assert.deepEqual(
      before.map(({ confirmation }) => confirmation!.links.length),
      [1, 1, 1, 1],
    );

    const erased = await runOn(address, ['delete', '--email', EMAIL, '--yes']);
    assert.match(erased.out, /\nErased: 4 submissions\. They do not count any more\n$/);
    for (const text of [await allCells(address), allBytes(address), log.join('\n')]) {
      assert.doesNotMatch(text, TRACES);
      for (const secret of secrets) assert.ok(!text.includes(secret), secret);
    }
    const { database } = await openDatabase(address);
    for (const table of ['submissions', 'people', 'outbox', 'confirmations'] as const) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(database);
      assert.deepEqual(rows, [], table);
    }
    await database.destroy();
    assert.deepEqual((await exported(address)).submissions, []);
    // The link in the mail that is still there leads nowhere.
    assert.equal((await open(linkIn(smtp.mails[1]!)!, 'POST')).status, 404);
    await store.close();
  });

  const skip = engine.name === 'sqlite' && 'SQLite lets one write at a time.';
  it('leaves no link that is made while they are erased', { skip }, async () => {
    const { address, store, worker } = await start();
    await worker.stop();
    const submission = ana();
    await store.add([{ submission, fingerprint: 'x', pending: true }]);
    const { database } = await openDatabase(address);
    const issued = await database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('submissions').where('id', '=', submission.id).execute();
      await transaction.deleteFrom('confirmations').execute();
      const now = Date.now();
      const options = { now, expiresAt: now + DAY_MS, mostMails: 5 };
      let isDone = false;
      const issuing = store.confirmations
        .issue(submission.id, 'hash', options)
        .finally(() => (isDone = true));
      const waiting = async () => {
        const { rows } = await sql`select 1 from pg_locks where not granted`.execute(transaction);
        return rows.length > 0;
      };
      while (!isDone && !(await waiting())) await new Promise((next) => setImmediate(next));
      return { issuing };
    });
    assert.equal(await issued.issuing, 'settled');
    assert.doesNotMatch(await allCells(address), TRACES);
    await database.destroy();
    await store.close();
  });
});
