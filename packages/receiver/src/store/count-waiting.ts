import type { Kysely } from 'kysely';
import type { OutboxKind, Tables } from './tables.ts';

/** How much is still to be sent. Only what waits is in an index: what was sent can be millions of rows. */
export async function countWaiting(
  database: Kysely<Tables>,
): Promise<Partial<Record<OutboxKind, number>>> {
  const rows = await database
    .selectFrom('outbox')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('rows')])
    .where('state', '=', 'waiting')
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map(({ kind, rows }) => [kind, rows]));
}
