import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { parseDatabaseAddress } from '../options/database-address.ts';
import { postgresEngine, sqliteEngine, type OpenDatabase } from './engine.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';

/** PostgreSQL needs few, since each takes many submissions at once. */
const MOST_CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 5_000;
/** How long SQLite waits for another process that opens the same file. Later, `setPatience` says it. */
const OPEN_TIMEOUT_MS = 10_000;
/** PostgreSQL's `bigint`, in which its sums come. No count is beyond what a number can hold. */
const INT8 = 20;

/**
 * Opens the database that an address names: a file, which is created where there is none (not its
 * folder), or `postgres://…`. Its tables may be of any version. Rejects where it cannot be opened.
 */
export async function openDatabase(address: string): Promise<OpenDatabase> {
  const parsed = parseDatabaseAddress(address);
  if ('message' in parsed) throw new TypeError(`The database ${parsed.message}`);
  if (parsed.engine === 'postgres') return openPostgres(parsed.url);
  // It holds personal data: a new file is for its owner only. SQLite gives its side files the same mode.
  if (parsed.file !== ':memory:') closeSync(openSync(parsed.file, 'a', 0o600));
  const sqlite = new DatabaseSync(parsed.file, { timeout: OPEN_TIMEOUT_MS });
  try {
    return openSqlite(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Takes over an open SQLite database. */
export function openSqlite(sqlite: DatabaseSync): OpenDatabase {
  sqlite.exec('pragma journal_mode = wal');
  // In WAL mode only FULL makes a commit survive a power cut, and the answer 201 promises that.
  sqlite.exec('pragma synchronous = full');
  // What is erased is overwritten, and not only forgotten: it was personal data.
  sqlite.exec('pragma secure_delete = on');
  // In pages of 4 kB. Moving what is written ahead to its place costs a rush more than a longer log.
  sqlite.exec('pragma wal_autocheckpoint = 8000');
  // In kB, negative: keys that come in no order touch pages all over the file.
  sqlite.exec('pragma cache_size = -65536');
  return {
    database: new Kysely({ dialect: new NodeSqliteDialect(sqlite) }),
    engine: sqliteEngine,
  };
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'pro-kid-receiver',
    types: {
      getTypeParser: (type, format) =>
        type === INT8 ? Number : (pg.types.getTypeParser(type, format) as never),
    },
    // A server can be set to answer before a commit is on disk. The answer 201 promises that it is.
    onConnect: async (client) => {
      await client.query(
        `select set_config('synchronous_commit', 'on', false)
         where current_setting('synchronous_commit') = 'off'`,
      );
    },
  });
  // An idle connection that breaks is replaced by the next query, which says so where it cannot be. One that
  // breaks in use fails its query; unheard, it would end the process too.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    database: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    engine: postgresEngine,
  };
}
