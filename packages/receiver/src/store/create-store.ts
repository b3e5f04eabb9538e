import type { Transaction } from 'kysely';
import { createConfirmations } from '../confirmation/confirmations.ts';
import { createDeadLetters } from '../outbox/dead-letters.ts';
import { createOutboxQueue } from '../outbox/outbox-queue.ts';
import { arrivalClock } from './arrival-clock.ts';
import { addEntries, type AddOptions } from './add-entries.ts';
import { changeInParts } from './change-in-parts.ts';
import { readCounts, readCountsByPartner } from './count-shards.ts';
import { countWaiting } from './count-waiting.ts';
import type { OpenDatabase } from './engine.ts';
import { createInbox } from './inbox.ts';
import { eraseAddresses, eraseSubmissions } from './erasing.ts';
import { findSubmissions } from './find-submissions.ts';
import { confirmSubmission, flagSubmissions, unflagSubmissions } from './flagging.ts';
import { JOINS } from '../people/scope-of.ts';
import type { Rate } from './limits.ts';
import { recount } from './recount.ts';
import type { Entry, Store, Verdict, WhenCounted } from './store.ts';
import type { Tables } from './tables.ts';
import { transact } from './transact.ts';

export interface StoreOptions {
  /** Whether two with different names and the same postal code count on one e-mail address (default: no). */
  family?: boolean;
  /** How many one address may send to a scope; what is beyond is flagged `limit` (default: any number). */
  limits?: readonly Rate[];
  /** What is to be sent for each submission that comes to count (default: nothing). */
  whenCounted?: WhenCounted;
}

/** A store in tables that are up to date. The database is the store's from then on. */
export function createStore(
  open: OpenDatabase,
  { family = false, limits = [], whenCounted = () => [] }: StoreOptions = {},
): Store {
  const { database, engine } = open;
  const options: AddOptions = { engine, family, limits, whenCounted, now: arrivalClock() };
  const inbox = createInbox(open, options);
  const run = <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) =>
    transact(open, work);
  const addOne = async (entry: Entry): Promise<Verdict | Error> => {
    try {
      const [verdict] = await run((transaction) => addEntries(transaction, [entry], options));
      return verdict!;
    } catch (error) {
      if (engine.isFaultOfRow(error)) return error as Error;
      throw error;
    }
  };

  return {
    async add(entries) {
      if (entries.length === 0) return [];
      try {
        return await run((transaction) => addEntries(transaction, entries, options));
      } catch (error) {
        if (!engine.isFaultOfRow(error)) throw error;
      }
      const verdicts: (Verdict | Error)[] = [];
      for (const entry of entries) verdicts.push(await addOne(entry));
      return verdicts;
    },

    async find(id, fingerprint) {
      const waiting = inbox.find(id, fingerprint);
      if (waiting) return waiting;
      const row = await database
        .selectFrom('submissions')
        .select(['fingerprint', 'state', 'decided_at'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      return row.fingerprint === fingerprint
        ? { kept: 'same', state: row.state, decidedAt: row.decided_at }
        : { kept: 'other' };
    },

    confirm: (id) => run((transaction) => confirmSubmission(transaction, id, options)),

    async counts({ campaign = JOINS, byPartner = false } = {}) {
      const read = byPartner ? readCountsByPartner : readCounts;
      // Before they are read: nothing that came until then is missing.
      const asOf = new Date().toISOString();
      return { ...(await read(database, campaign)), asOf };
    },

    recount: () => run((transaction) => recount(transaction, engine)),

    flag: (filter, reason, how) =>
      changeInParts(
        open,
        // What is flagged already keeps its reason.
        { ...filter, states: filter.states ?? ['pending', 'counted', 'repeated'] },
        (transaction, ids) => flagSubmissions(transaction, ids, reason, options),
        how,
      ),

    unflag: (filter, how) =>
      changeInParts(
        open,
        { ...filter, states: ['flagged'] },
        (transaction, ids) => unflagSubmissions(transaction, ids, options),
        how,
      ),

    async *export(filter = {}) {
      for await (const rows of findSubmissions(database, filter)) yield* rows;
    },

    findOutbox: (submissionIds) =>
      submissionIds.length === 0
        ? Promise.resolve([])
        : database
            .selectFrom('outbox')
            .selectAll()
            .where('submission_id', 'in', submissionIds)
            .orderBy('created_at')
            .orderBy('id')
            .execute(),

    deletePerson: (email, counts, how) =>
      changeInParts(
        open,
        { email },
        (transaction, ids) => eraseSubmissions(transaction, ids, counts, options),
        how,
      ),

    purge: (filter, counts, how) =>
      changeInParts(
        open,
        filter,
        (transaction, ids) => eraseSubmissions(transaction, ids, counts, options),
        how,
      ),

    eraseAddresses: (filter, how) =>
      changeInParts(
        open,
        { ...filter, withAddress: true },
        (transaction, ids) => eraseAddresses(transaction, ids),
        how,
      ),

    inbox,

    countWaiting: () => countWaiting(database),

    outbox: { ...createOutboxQueue(open), letters: createDeadLetters(open) },

    confirmations: createConfirmations(open, family),

    async probe() {
      const row = { id: 1, written_at: new Date().toISOString() };
      await database
        .insertInto('probe')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async close() {
      // SQLite's one connection is handed out in turn: having it means that earlier writes are done.
      // The connections to PostgreSQL are let go when they are given back.
      await database.connection().execute(() => Promise.resolve());
      await database.destroy();
    },
  };
}
