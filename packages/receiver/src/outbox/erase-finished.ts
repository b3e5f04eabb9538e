import type { Kysely } from 'kysely';
import { changeEachPart, ROWS_AT_ONCE } from '../store/change-in-parts.ts';
import type { OpenDatabase } from '../store/engine.ts';
import type { ChangeOptions } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';

/** What was sent (`done`) or given up (`dead`) before an RFC 3339 time in UTC. */
export interface WhichFinished {
  state: 'done' | 'dead';
  before: string;
}

/** Erases what the outbox still knows of what is finished; returns how many. What waits stays. */
export const eraseFinished = (
  open: OpenDatabase,
  which: WhichFinished,
  how?: ChangeOptions,
): Promise<number> =>
  changeEachPart(
    open,
    findFinished(open.database, which),
    async (transaction, ids) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('outbox')
        .where('id', 'in', ids)
        // What was given up may be tried again by now.
        .where('state', '=', which.state)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    how,
  );

/** By key, so that no index has to be kept up for it whenever something is sent. */
async function* findFinished(database: Kysely<Tables>, { state, before }: WhichFinished) {
  let last = '';
  for (;;) {
    const rows = await database
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', state)
      .where('finished_at', '<', before)
      .where('id', '>', last)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)!.id;
  }
}
