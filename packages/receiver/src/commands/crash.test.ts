import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import type { Counts, Receipt, Submission } from '@pro-kid/contract';
import { startReceiver } from '../testing/receiver-process.ts';
import { newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const ROUNDS = 3;
const CLIENTS = 16;
const ACKNOWLEDGED_BEFORE_KILL = 150;

const file = join(temporaryFolder(), 'crash.sqlite');
const start = () => startReceiver(['--port', '0', '--database', file]);

const post = (url: string, submission: Submission) =>
  fetch(`${url}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  });

/** Posts from several clients at once until the process is dead. */
async function killUnderLoad(acknowledged: Submission[]): Promise<{ unanswered: Submission[] }> {
  const receiver = start();
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

function readFile() {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select id, body from submissions').all() as {
    id: string;
    body: string;
  }[];
  const [integrity] = database.prepare('pragma integrity_check').all();
  database.close();
  return { rows, integrity: { ...integrity } };
}

it('keeps every acknowledged submission once, though killed under load', async () => {
  const acknowledged: Submission[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const { unanswered } = await killUnderLoad(acknowledged);
    assert.ok(unanswered.length > 0, 'the kill came under load');

    const receiver = start();
    try {
      const url = await receiver.url;
      const { rows, integrity } = readFile();
      assert.deepEqual(integrity, { integrity_check: 'ok' });
      const bodies = new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Submission]));
      assert.equal(bodies.size, rows.length);
      for (const submission of acknowledged)
        assert.deepEqual(bodies.get(submission.id), submission);
      const counts = (await (await fetch(`${url}/counts`)).json()) as Counts;
      assert.equal(counts.individuals, rows.length);

      // The visitor's Retry: whether or not it was stored, it is afterwards, once.
      for (const submission of [...unanswered, ...acknowledged.slice(-CLIENTS)]) {
        assert.equal((await post(url, submission)).status, 201);
      }
      acknowledged.push(...unanswered);
      assert.equal(readFile().rows.length, acknowledged.length);
    } finally {
      receiver.kill('SIGTERM');
    }
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    assert.equal(receiver.written.error, '');
  }
});
