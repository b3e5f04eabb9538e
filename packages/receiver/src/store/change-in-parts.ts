import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { OpenDatabase } from './engine.ts';
import { findSubmissions } from './find-submissions.ts';
import type { ChangeOptions, SubmissionFilter } from './store.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Few enough for those who sign meanwhile to hardly notice. */
const ROWS_AT_ONCE = 500;

type Change = (transaction: Transaction<Tables>, ids: readonly string[]) => Promise<number>;

/** Changes the submissions that a filter finds, some in each transaction; returns how many. */
export const changeInParts = (
  open: OpenDatabase,
  filter: SubmissionFilter,
  change: Change,
  options?: ChangeOptions,
): Promise<number> =>
  changeEachPart(open, findSubmissions(open.database, filter, ROWS_AT_ONCE), change, options);

/** Changes the rows of each part in a transaction of its own; returns how many. */
export async function changeEachPart(
  open: OpenDatabase,
  parts: AsyncIterable<readonly { id: string }[]>,
  change: Change,
  { preview = false, signal, onProgress }: ChangeOptions = {},
): Promise<number> {
  let changed = 0;
  for await (const rows of parts) {
    if (signal?.aborted) break;
    const ids = rows.map(({ id }) => id);
    changed += preview
      ? ids.length
      : await transact(open, (transaction) => change(transaction, ids));
    onProgress?.(changed);
    // SQLite answers at once: without a turn, no signal and no request would get through.
    await nextTurn();
  }
  return changed;
}

/**
 * Finds rows in the order of their key, some at a time, so that no other index has to be kept up for it.
 *
 * @param find the first of those after a key, as many as it is told.
 */
export async function* partsByKey<Row extends { id: string }>(
  find: (after: string, most: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let last = '';
  for (;;) {
    const rows = await find(last, ROWS_AT_ONCE);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    last = rows.at(-1)!.id;
  }
}
