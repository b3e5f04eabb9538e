import type { Kysely } from 'kysely';
import { changeEachPart, ROWS_AT_ONCE } from '../store/change-in-parts.ts';
import type { OpenDatabase } from '../store/engine.ts';
import type { ChangeOptions } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

/** Erases links that ended before an RFC 3339 time in UTC; returns how many. */
export const eraseEnded = (
  open: OpenDatabase,
  before: string,
  how?: ChangeOptions,
): Promise<number> =>
  changeEachPart(
    open,
    findEnded(open.database, before),
    async (transaction, ids) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('confirmations')
        .where('token_hash', 'in', ids)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    how,
  );

async function* findEnded(database: Kysely<Tables>, before: string) {
  let last = '';
  for (;;) {
    const rows = await database
      .selectFrom('confirmations')
      .select('token_hash as id')
      .where('expires_at', '<', before)
      .where('token_hash', '>', last)
      .orderBy('token_hash')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)!.id;
  }
}
