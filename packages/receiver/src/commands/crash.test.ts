import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Counts, Receipt, Submission } from '@pro-kid/contract';
import { sql } from 'kysely';
import { openDatabase } from '../store/open-database.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { newSubmission } from '../testing/submissions.ts';

/** More of them in `pnpm soak:receiver`. */
const ROUNDS = Number(process.env['PRO_KID_CRASH_ROUNDS'] ?? 2);
/** Enough for a rush, in which submissions are kept before they are counted. */
const CLIENTS = 64;
const ACKNOWLEDGED_BEFORE_KILL = 300;

const start = (database: string) =>
  startReceiver(['--port', '0', '--database', database, '--log-level', 'error']);

const post = (url: string, submission: Submission) =>
  fetch(`${url}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  });

/** Posts from several clients at once until the process is dead. */
async function killUnderLoad(
  database: string,
  acknowledged: Submission[],
): Promise<{ unanswered: Submission[] }> {
  const receiver = start(database);
  const url = await receiver.url;
  const enough = acknowledged.length + ACKNOWLEDGED_BEFORE_KILL;
  const unanswered: Submission[] = [];

  const client = async () => {
    for (;;) {
      const submission = newSubmission();
      try {
        const response = await post(url, submission);
        const { id, status } = (await response.json()) as Receipt;
        assert.deepEqual([response.status, id, status], [201, submission.id, 'confirmed']);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        unanswered.push(submission);
        return;
      }
      acknowledged.push(submission);
      if (acknowledged.length === enough) receiver.kill('SIGKILL');
    }
  };
  try {
    await Promise.all(Array.from({ length: CLIENTS }, client));
  } finally {
    receiver.kill('SIGKILL');
  }
  assert.deepEqual(await receiver.ended, { code: null, signal: 'SIGKILL' });
  return { unanswered };
}

async function readRows(address: string): Promise<Map<string, Submission>> {
  const { database, engine } = await openDatabase(address);
  const rows = await database.selectFrom('submissions').select(['id', 'body']).execute();
  if (engine.name === 'sqlite') {
    const { rows: found } = await sql`pragma integrity_check`.execute(database);
    assert.deepEqual(
      found.map((row) => ({ ...(row as object) })),
      [{ integrity_check: 'ok' }],
    );
  }
  await database.destroy();
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Submission]));
}

describeForEachEngine('a receiver', (engine) => {
  it('keeps every acknowledged submission once, though killed under load', async () => {
    const database = await engine.newDatabase();
    const acknowledged: Submission[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const { unanswered } = await killUnderLoad(database, acknowledged);
      assert.ok(unanswered.length > 0, 'the kill came under load');

      const receiver = start(database);
      try {
        const url = await receiver.url;
        const bodies = await readRows(database);
        for (const submission of acknowledged)
          assert.deepEqual(bodies.get(submission.id), submission);
        const counts = (await (await fetch(`${url}/counts`)).json()) as Counts;
        assert.equal(counts.individuals, bodies.size);

        // The visitor's Retry: whether or not it was stored, it is afterwards, once.
        for (const submission of [...unanswered, ...acknowledged.slice(-CLIENTS)]) {
          assert.equal((await post(url, submission)).status, 201);
        }
        acknowledged.push(...unanswered);
        assert.equal((await readRows(database)).size, acknowledged.length);
      } finally {
        receiver.kill('SIGTERM');
      }
      assert.deepEqual(await receiver.ended, { code: 0, signal: null });
      assert.equal(receiver.written.error, '');
    }
  });
});
