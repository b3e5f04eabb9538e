import { randomUUID } from 'node:crypto';
import type { OpenDatabase } from './engine.ts';
import { batchOf, readBatch } from './inbox-batch.ts';
import { takeBatches } from './take-batches.ts';
import { transact } from './transact.ts';
import { canonicalJson } from '../canonical-json.ts';

/**
 * Sees to it that a submission that cannot be counted does not keep others from it: parts the first batch
 * into its submissions, and notes the fault where it is one alone. Nothing that was acknowledged is lost.
 */
export const setFaultyAside = ({ engine, ...open }: OpenDatabase, error: unknown): Promise<void> =>
  transact({ engine, ...open }, async (transaction) => {
    const [batch] = await takeBatches(transaction, engine, 1);
    if (!batch) return;
    const { rules, entries } = readBatch(batch);
    const fault = batch.size > 1 ? null : String((error as { code?: unknown }).code ?? 'unknown');
    for (const entry of entries) {
      const alone = batchOf([{ ...entry, body: canonicalJson(entry.submission) }], rules);
      const row = { id: randomUUID(), received_at: batch.received_at, fault, ...alone };
      await transaction.insertInto('inbox').values(row).execute();
    }
  });
