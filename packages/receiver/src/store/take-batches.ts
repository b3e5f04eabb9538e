import type { Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { InboxRow, Tables } from './tables.ts';

/** Takes the first that came out of the inbox, for the transaction that counts them. */
export async function takeBatches(
  transaction: Transaction<Tables>,
  engine: Engine,
  most: number,
): Promise<InboxRow[]> {
  const query = transaction
    .selectFrom('inbox')
    .selectAll()
    .where('fault', 'is', null)
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
