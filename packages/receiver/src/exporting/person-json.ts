import type { Store } from '../store/store.ts';
import type { SubmissionRow } from '../store/tables.ts';

/** All that is kept about whoever sent these submissions, as JSON, piece by piece. */
export async function* personJson(
  store: Pick<Store, 'findOutbox'>,
  rows: AsyncIterable<SubmissionRow>,
): AsyncGenerator<string> {
  yield `{\n  "exportedAt": ${JSON.stringify(new Date().toISOString())},\n  "submissions": [`;
  let separator = '\n';
  for await (const row of rows) {
    const outbox = await store.findOutbox([row.id]);
    const kept = {
      receivedAt: row.received_at,
      state: row.state,
      reason: row.reason,
      decidedAt: row.decided_at,
      ipAddress: row.address,
      submission: JSON.parse(row.body) as unknown,
      // Without the payload: of a confirmation it holds what only its mail may hold.
      sent: outbox.map(({ kind, target, state, created_at, finished_at }) => ({
        kind,
        target,
        state,
        createdAt: created_at,
        finishedAt: finished_at,
      })),
    };
    yield separator + JSON.stringify(kept, null, 2).replace(/^/gm, '    ');
    separator = ',\n';
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}
