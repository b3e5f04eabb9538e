import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import type { OpenDatabase } from './engine.ts';
import { batchOf, readBatch } from './inbox-batch.ts';
import type { Tables } from './tables.ts';
import { takeBatches } from './take-batches.ts';
import { transact } from './transact.ts';

/**
 * Sees to it that a submission that cannot be counted does not keep others from it: parts the first batch
 * into its submissions, or notes the fault where it is one alone. Nothing that was acknowledged is lost.
 */
export const setFaultyAside = (
  open: OpenDatabase,
  until: string,
  error: { code?: unknown },
): Promise<void> =>
  transact(open, async (transaction) => {
    const [batch] = await takeBatches(transaction, open.engine, 1, until);
    if (!batch) return;
    const { rules, entries } = readBatch(batch);
    const fault = batch.size > 1 ? null : String(error.code ?? 'unknown');
    for (const entry of entries) {
      const alone = batchOf([{ ...entry, body: canonicalJson(entry.submission) }], rules);
      const row = { id: randomUUID(), received_at: batch.received_at, fault, ...alone };
      await transaction.insertInto('inbox').values(row).execute();
    }
  });

/** How many cannot be counted. */
export async function countFaulty(database: Kysely<Tables>): Promise<number> {
  const { rows } = await database
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('fault', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(rows);
}

/** Has those tried again that could not be counted: a newer version may be able to. */
export async function retryFaulty(database: Kysely<Tables>): Promise<void> {
  await database.updateTable('inbox').set({ fault: null }).where('fault', 'is not', null).execute();
}
