import { changeEachPart, partsByKey } from '../store/change-in-parts.ts';
import type { OpenDatabase } from '../store/engine.ts';
import type { ChangeOptions } from '../store/store.ts';

/** Erases links that ended before an RFC 3339 time in UTC; returns how many. */
export function eraseEnded(
  open: OpenDatabase,
  before: string,
  how?: ChangeOptions,
): Promise<number> {
  const ended = partsByKey((after, most) =>
    open.database
      .selectFrom('confirmations')
      .select('token_hash as id')
      .where('expires_at', '<', before)
      .where('token_hash', '>', after)
      .orderBy('token_hash')
      .limit(most)
      .execute(),
  );
  return changeEachPart(
    open,
    ended,
    async (transaction, ids) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('confirmations')
        .where('token_hash', 'in', ids)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    how,
  );
}
