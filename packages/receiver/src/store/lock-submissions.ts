import type { Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { SubmissionRow, Tables } from './tables.ts';

/** Reads submissions that are to be changed, and keeps others from changing them meanwhile. */
export async function lockSubmissions(
  transaction: Transaction<Tables>,
  engine: Engine,
  ids: readonly string[],
): Promise<SubmissionRow[]> {
  if (ids.length === 0) return [];
  const query = transaction
    .selectFrom('submissions')
    .selectAll()
    .where('id', 'in', ids)
    // In this order everywhere, so that no two transactions wait for each other.
    .orderBy('id');
  return (engine.lockRows ? query.forUpdate() : query).execute();
}
