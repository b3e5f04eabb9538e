import { randomUUID } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { Entry } from './store.ts';
import type { OutboxRow, SubmissionRow, Tables } from './tables.ts';

/** Notes what is to be sent for submissions that were just kept, each by the state it came to. */
export async function draftOutbox(
  transaction: Transaction<Tables>,
  kept: readonly { entry: Entry; row: SubmissionRow }[],
  now: string,
): Promise<void> {
  const rows = kept.flatMap(({ entry, row }) =>
    (entry.outbox ?? [])
      .filter(({ states }) => states.includes(row.state))
      .map(({ kind, target, payload }): Insertable<OutboxRow> => ({
        id: randomUUID(),
        submission_id: row.id,
        kind,
        target,
        state: 'waiting',
        due_at: now,
        lease_until: null,
        last_error: null,
        created_at: now,
        finished_at: null,
        payload,
      })),
  );
  if (rows.length > 0) await transaction.insertInto('outbox').values(rows).execute();
}
