import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { OpenDatabase } from './engine.ts';
import { findSubmissions } from './find-submissions.ts';
import type { ChangeOptions, SubmissionFilter } from './store.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Few enough for those who sign meanwhile to hardly notice. */
const ROWS_AT_ONCE = 500;

/** Changes the submissions that a filter finds, some in each transaction; returns how many. */
export async function changeInParts(
  open: OpenDatabase,
  filter: SubmissionFilter,
  change: (transaction: Transaction<Tables>, ids: readonly string[]) => Promise<number>,
  { preview = false, signal, onProgress }: ChangeOptions = {},
): Promise<number> {
  let changed = 0;
  for await (const rows of findSubmissions(open.database, filter, ROWS_AT_ONCE)) {
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
