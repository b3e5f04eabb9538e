import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { addEntries, type AddOptions } from './add-entries.ts';
import type { OpenDatabase } from './engine.ts';
import { batchOf, readBatch, type WrittenEntry } from './inbox-batch.ts';
import { retryFaulty, setFaultyAside } from './inbox-faults.ts';
import type { Entry, Verdict } from './store.ts';
import type { InboxRow, SubmissionRow, Tables } from './tables.ts';
import { hasBatches, takeBatches } from './take-batches.ts';
import { transact } from './transact.ts';

/** Few enough for who sends meanwhile to hardly notice, and enough to write each page once for several. */
const BATCHES_AT_ONCE = 4;
/** After every RFC 3339 time of ours. */
const LAST = '9999';

/**
 * Where a rush is kept before it is counted. To count a submission takes many times as long as to write it
 * down: its row and its person have a place in an index each, and these lie anywhere in the database.
 */
export interface Inbox {
  /** Keeps entries, each id once, in one transaction; a verdict for each, in the same order. */
  keep(entries: readonly Entry[]): Promise<Verdict[]>;
  /** Counts the first that came, some in a transaction, whoever kept them; undefined where none waits. */
  settle(): Promise<Verdict[] | undefined>;
  /** Counts all that came until now, and no more, so that it ends in a rush, too. */
  settleAll(): Promise<void>;
  /** How an entry is kept that waits here, as {@link keep} would say; undefined where none does. */
  find(id: string, fingerprint: string): Verdict | undefined;
  /** How many wait of those that this process kept. */
  readonly waiting: number;
  /** Has those tried again that could not be counted. They are kept, and left alone. */
  retryFaulty(): Promise<void>;
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
    const text = `select id, fingerprint, state, decided_at from submissions where id ${engine.isAmong}`;
    const { rows } = await database.executeQuery<Known>(
      CompiledQuery.raw(text, [engine.listOf(ids)]),
    );
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** As it is to be kept: with its text, and what is to be sent should it count. */
  const written = (entry: Entry): WrittenEntry => {
    const { submission, body = canonicalJson(submission), outbox = [] } = entry;
    const { type, member, source } = submission;
    const what = { type, kind: member.kind, campaign: source.campaign ?? null };
    const drafts = whenCounted(what).map((draft) => ({ ...draft, states: ['counted'] as const }));
    const all = [...outbox, ...drafts];
    return { ...entry, body, ...(all.length > 0 && { outbox: all }) };
  };

  const insert = async (entries: readonly Entry[]): Promise<void> => {
    if (entries.length === 0) return;
    const now = options.now().toISOString();
    const all = entries.map(written);
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
      ...options,
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

  const settleBatches = (most: number, until: string) =>
    transact(open, async (transaction) => {
      const ids: string[] = [];
      const verdicts: Verdict[] = [];
      for (const batch of await takeBatches(transaction, engine, most, until)) {
        const counted = await countBatch(transaction, batch);
        ids.push(...counted.ids);
        verdicts.push(...counted.verdicts);
      }
      return { ids, verdicts };
    });

  const settle = async (until: string, most = BATCHES_AT_ONCE): Promise<Verdict[] | undefined> => {
    // Before a transaction: a command that only reads waits for nobody who writes.
    if (!(await hasBatches(database, until))) {
      // Those that are left were counted by another process, unless they are only on their way.
      if (keeping === 0) waiting.clear();
      return undefined;
    }
    try {
      const { ids, verdicts } = await settleBatches(most, until);
      for (const id of ids) waiting.delete(id);
      return verdicts;
    } catch (error) {
      if (!engine.isFaultOfRow(error)) throw error;
      if (most > 1) return settle(until, 1);
      await setFaultyAside(open, until, error as { code?: unknown });
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
    settle: () => settle(LAST),
    async settleAll() {
      const until = options.now().toISOString();
      while ((await settle(until)) !== undefined);
    },
    find,
    get waiting() {
      return waiting.size;
    },
    retryFaulty: () => retryFaulty(database),
  };
}

/** Kept beside the one that has its id, for a person to look at. */
const asAnother = ({ submission, body: _, ...entry }: Entry): Entry => ({
  ...entry,
  submission: { ...submission, id: randomUUID() },
  flag: 'id-reused',
});
