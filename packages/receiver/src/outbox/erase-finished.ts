import { changeEachPart, partsByKey } from '../store/change-in-parts.ts';
import type { OpenDatabase } from '../store/engine.ts';
import type { ChangeOptions } from '../store/store.ts';

/** What was sent (`done`) or given up (`dead`) before an RFC 3339 time in UTC. */
export interface WhichFinished {
  state: 'done' | 'dead';
  before: string;
}

/** Erases what the outbox still knows of what is finished; returns how many. What waits stays. */
export function eraseFinished(
  open: OpenDatabase,
  { state, before }: WhichFinished,
  how?: ChangeOptions,
): Promise<number> {
  const finished = partsByKey((after, most) =>
    open.database
      .selectFrom('outbox')
      .select('id')
      .where('state', '=', state)
      .where('finished_at', '<', before)
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute(),
  );
  return changeEachPart(
    open,
    finished,
    async (transaction, ids) => {
      const { numDeletedRows } = await transaction
        .deleteFrom('outbox')
        .where('id', 'in', ids)
        // What was given up may be tried again by now.
        .where('state', '=', state)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    how,
  );
}
