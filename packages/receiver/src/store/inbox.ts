import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { addEntries, rowOf, type AddOptions } from './add-entries.ts';
import type { OpenDatabase } from './engine.ts';
import { batchOf, readBatch, type WrittenEntry } from './inbox-batch.ts';
import { setFaultyAside } from './inbox-faults.ts';
import { takeBatches } from './take-batches.ts';
import type { Entry, Verdict } from './store.ts';
import type { InboxRow, SubmissionRow, Tables } from './tables.ts';
import { transact } from './transact.ts';

/** Few enough for who sends meanwhile to hardly notice, and enough to write each page once for several. */
const BATCHES_AT_ONCE = 4;

/**
 * Where a rush is kept before it is counted. To count a submission takes many times as long as to write it
 * down: its row and its person have a place in an index each, and these lie anywhere in the database.
 */
export interface Inbox {
  /** Keeps entries, each id once, in one transaction; a verdict for each, in the same order. */
  keep(entries: readonly Entry[]): Promise<Verdict[]>;
  /** Counts the first that came, some in a transaction, whoever kept them; undefined where none waits. */
  settle(): Promise<Verdict[] | undefined>;
  /** Counts all that came until now. */
  settleAll(): Promise<void>;
  /** How an entry is kept that waits here, as {@link keep} would say; undefined where none does. */
  find(id: string, fingerprint: string): Verdict | undefined;
  /** How many wait of those that this process kept. */
  readonly waiting: number;
  /** How many cannot be counted, through a fault of ours. They are kept, and left alone. */
  countFaulty(): Promise<number>;
}

type Known = Pick<SubmissionRow, 'id' | 'fingerprint' | 'state' | 'decided_at'>;

export function createInbox(open: OpenDatabase, options: AddOptions): Inbox {
  const { database, engine } = open;
  const { family, limits, whenCounted } = options;
  /** The fingerprints of what this process kept and nobody counted yet, by id. */
  const waiting = new Map<string, string>();
  let keeping = 0;

  const find = (id: string, fingerprint: string): Verdict | undefined => {
    const known = waiting.get(id);
    if (known === undefined) return undefined;
    return { kept: known === fingerprint ? 'waiting' : 'other' };
  };

  const findStored = async (entries: readonly Entry[]): Promise<Map<string, Known>> => {
    const ids = entries.map(({ submission: { id } }) => id);
    const { rows } = await database.executeQuery(
      CompiledQuery.raw(
        `select id, fingerprint, state, decided_at from submissions where id ${engine.isAmong}`,
        [engine.listOf(ids)],
      ) as CompiledQuery<Known>,
    );
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** As it is to be kept: with its text, and what is to be sent should it count. */
  const written = (entry: Entry, now: string): WrittenEntry => {
    const body = entry.body ?? canonicalJson(entry.submission);
    const row = rowOf({ ...entry, body }, { receivedAt: now, now });
    const drafts = whenCounted(row).map((draft) => ({ ...draft, states: ['counted'] as const }));
    return drafts.length === 0
      ? { ...entry, body }
      : { ...entry, body, outbox: [...(entry.outbox ?? []), ...drafts] };
  };

  const insert = async (entries: readonly Entry[]): Promise<void> => {
    if (entries.length === 0) return;
    const now = new Date().toISOString();
    const all = entries.map((entry) => written(entry, now));
    const row = {
      id: randomUUID(),
      received_at: now,
      fault: null,
      ...batchOf(all, { family, limits }),
    };
    await database.insertInto('inbox').values(row).execute();
  };

  const countBatch = async (
    transaction: Transaction<Tables>,
    batch: InboxRow,
  ): Promise<{ ids: string[]; verdicts: Verdict[] }> => {
    const { rules, entries } = readBatch(batch);
    const how = {
      engine,
      ...rules,
      // It says itself what is to be sent.
      whenCounted: () => [],
      receivedAt: new Date(batch.received_at),
    };
    const verdicts = await addEntries(transaction, entries, how);
    // Two processes were sent two contents with one id at the same time. Both were acknowledged.
    const others = entries.filter((_, index) => verdicts[index]!.kept === 'other').map(asAnother);
    if (others.length > 0) verdicts.push(...(await addEntries(transaction, others, how)));
    return { ids: entries.map(({ submission: { id } }) => id), verdicts };
  };

  const settleBatches = (most: number) =>
    transact(open, async (transaction) => {
      const ids: string[] = [];
      const verdicts: Verdict[] = [];
      for (const batch of await takeBatches(transaction, engine, most)) {
        const counted = await countBatch(transaction, batch);
        ids.push(...counted.ids);
        verdicts.push(...counted.verdicts);
      }
      return { ids, verdicts };
    });

  const isEmpty = async () => {
    const row = await database
      .selectFrom('inbox')
      .select('id')
      .where('fault', 'is', null)
      .limit(1)
      .executeTakeFirst();
    return row === undefined;
  };

  const settle = async (most = BATCHES_AT_ONCE): Promise<Verdict[] | undefined> => {
    try {
      const { ids, verdicts } = await settleBatches(most);
      for (const id of ids) waiting.delete(id);
      // Where another process counted the first ones, there may be others.
      if (verdicts.length > 0 || !(await isEmpty())) return verdicts;
      // Those that are left were counted by another process, unless they are only on their way.
      if (keeping === 0) waiting.clear();
      return undefined;
    } catch (error) {
      if (!engine.isFaultOfRow(error)) throw error;
      if (most > 1) return settle(1);
      await setFaultyAside(open, error);
      return [];
    }
  };

  return {
    async keep(entries) {
      const stored = await findStored(entries);
      const fresh: Entry[] = [];
      const verdicts = entries.map((entry): Verdict => {
        const { submission, fingerprint } = entry;
        const { id } = submission;
        const waits = find(id, fingerprint);
        if (waits) return waits;
        const row = stored.get(id);
        if (row) {
          const { state, decided_at: decidedAt } = row;
          return row.fingerprint === fingerprint
            ? { kept: 'same', state, decidedAt }
            : { kept: 'other' };
        }
        waiting.set(id, fingerprint);
        fresh.push(entry);
        return { kept: 'waiting' };
      });
      keeping++;
      try {
        await insert(fresh);
      } catch (error) {
        for (const { submission } of fresh) waiting.delete(submission.id);
        throw error;
      } finally {
        keeping--;
      }
      return verdicts;
    },
    settle: () => settle(),
    async settleAll() {
      while ((await settle()) !== undefined);
    },
    find,
    get waiting() {
      return waiting.size;
    },
    async countFaulty() {
      const { total } = await database
        .selectFrom('inbox')
        .select(({ fn }) => fn.sum<number | null>('size').as('total'))
        .where('fault', 'is not', null)
        .executeTakeFirstOrThrow();
      return Number(total ?? 0);
    },
  };
}

/** Kept beside the one that has its id, for a person to look at. */
const asAnother = ({ submission, body: _, ...entry }: Entry): Entry => ({
  ...entry,
  submission: { ...submission, id: randomUUID() },
  flag: 'id-reused',
});
