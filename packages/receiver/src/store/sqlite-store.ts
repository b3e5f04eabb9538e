import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Submission } from '@pro-kid/contract';
import { Kysely } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { raiseCounts, readCounts } from './count-tables.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import { migrate, type Tables } from './sqlite-schema.ts';
import type { Saved, Store } from './store.ts';

/** Longer would hold up every request, since `node:sqlite` waits for a lock without letting others run. */
const BUSY_TIMEOUT_MS = 1000;

const now = () => new Date().toISOString();

/** Keeps submissions in an open SQLite database, which is the store's from then on. */
export async function createSqliteStore(sqlite: DatabaseSync): Promise<Store> {
  sqlite.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  sqlite.exec('pragma journal_mode = wal');
  // In WAL mode only FULL makes a commit survive a power cut, and the answer 201 promises that.
  sqlite.exec('pragma synchronous = full');
  const database = new Kysely<Tables>({ dialect: new NodeSqliteDialect(sqlite) });
  await migrate(database);

  const store: Store = {
    save: (submission, fingerprint) =>
      database.transaction().execute((transaction) => save(transaction, submission, fingerprint)),

    async find(id, fingerprint) {
      const kept = await findFingerprint(database, id);
      if (kept === undefined) return undefined;
      return kept === fingerprint ? 'same' : 'other';
    },

    counts: async (scope = {}) => ({ ...(await readCounts(database, scope)), asOf: now() }),

    async probe() {
      const row = { id: 1, written_at: now() };
      await database
        .insertInto('probe')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async close() {
      // The connection is handed out in turn: having it means that earlier writes are done.
      await database.connection().execute(() => Promise.resolve());
      await database.destroy();
    },
  };
  await store.probe();
  return store;
}

async function save(
  transaction: Kysely<Tables>,
  submission: Submission,
  fingerprint: string,
): Promise<Saved> {
  const { id, type, member, source } = submission;
  const { numInsertedOrUpdatedRows: added } = await transaction
    .insertInto('submissions')
    .values({
      id,
      fingerprint,
      type,
      kind: member.kind,
      email: member.kind === 'anonymous' ? null : member.email,
      campaign: source.campaign ?? null,
      partner: source.partner ?? null,
      body: canonicalJson(submission),
      received_at: now(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();

  if (added === 0n) {
    return (await findFingerprint(transaction, id)) === fingerprint ? 'same' : 'other';
  }
  await raiseCounts(transaction, submission);
  return 'saved';
}

async function findFingerprint(database: Kysely<Tables>, id: string): Promise<string | undefined> {
  const kept = await database
    .selectFrom('submissions')
    .select('fingerprint')
    .where('id', '=', id)
    .executeTakeFirst();
  return kept?.fingerprint;
}

/**
 * Opens the SQLite file that keeps the submissions, and creates it where there is none (not its
 * folder). Rejects where it cannot be opened and written.
 *
 * @param file a path, or `:memory:` for a store that ends with the process.
 */
export async function openStore(file: string): Promise<Store> {
  // It holds personal data: a new file is for its owner only. SQLite gives its side files the same mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const sqlite = new DatabaseSync(file);
  try {
    return await createSqliteStore(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}
