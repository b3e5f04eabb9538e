import type { Transaction } from 'kysely';
import type { AddOptions } from './add-entries.ts';
import { releasePlaces } from './claim-places.ts';
import { changeCounts } from './count-shards.ts';
import { countRepeated } from './flagging.ts';
import { lockSubmissions } from './lock-submissions.ts';
import type { CountsOfErased } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Erases submissions, the places they hold, and what is to be sent for them. Whoever repeated one of
 * them and stays is counted in its place, unless its count is kept.
 */
export async function eraseSubmissions(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  counts: CountsOfErased,
  options: AddOptions,
): Promise<number> {
  const rows = await lockSubmissions(transaction, options.engine, ids);
  if (rows.length === 0) return 0;
  const found = rows.map(({ id }) => id);
  await transaction.deleteFrom('submissions').where('id', 'in', found).execute();
  await transaction.deleteFrom('outbox').where('submission_id', 'in', found).execute();
  await transaction.deleteFrom('confirmations').where('submission_id', 'in', found).execute();
  const counted = rows.filter(({ state }) => state === 'counted');
  await releasePlaces(transaction, counted);
  await changeCounts(transaction, options.engine, counted, -1);
  if (counts === 'keep') {
    await changeCounts(transaction, options.engine, counted, 1, 'without-rows');
  } else {
    const promoted = await countRepeated(transaction, counted, options);
    await changeCounts(transaction, options.engine, promoted, 1);
  }
  return rows.length;
}

/** Erases where submissions came from. */
export async function eraseAddresses(
  transaction: Transaction<Tables>,
  ids: readonly string[],
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('submissions')
    .set({ address: null })
    .where('id', 'in', ids)
    .where('address', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
