import type { Kysely, Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { InboxRow, Tables } from './tables.ts';

/**
 * Takes the first that came out of the inbox, for the transaction that counts them.
 *
 * @param until only those that came until then, an RFC 3339 time in UTC.
 */
export async function takeBatches(
  transaction: Transaction<Tables>,
  engine: Engine,
  most: number,
  until: string,
): Promise<InboxRow[]> {
  const query = waitingUntil(transaction, until)
    .selectAll()
    .orderBy('received_at')
    .orderBy('id')
    .limit(most);
  const batches = await (engine.lockRows ? query.forUpdate() : query).execute();
  if (batches.length === 0) return [];
  await transaction
    .deleteFrom('inbox')
    .where(
      'id',
      'in',
      batches.map(({ id }) => id),
    )
    .execute();
  return batches;
}

/** Whether some wait to be counted that came until a moment. */
export async function hasBatches(database: Kysely<Tables>, until: string): Promise<boolean> {
  const row = await waitingUntil(database, until).select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

const waitingUntil = (database: Kysely<Tables>, until: string) =>
  database.selectFrom('inbox').where('fault', 'is', null).where('received_at', '<=', until);
