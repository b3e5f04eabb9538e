import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** All in which the two databases differ for those who use them. */
export interface Engine {
  name: 'sqlite' | 'postgres';
  /** What ends the definition of each table. */
  tableEnd: string;
  /** The same for a table that is little more than its key. */
  keyTableEnd: string;
  /** How many rows a count is spread over, so that its writers do not wait for each other. */
  shards: number;
  /** Keeps others from raising counts until the transaction ends. */
  lockCounts(transaction: Transaction<Tables>): Promise<void>;
  /** Keeps others from changing the rows that a query finds, until the transaction ends. */
  lockRows: boolean;
  /** Compares a column with the one parameter that {@link listOf} makes of many values. */
  isAmong: string;
  listOf(values: readonly string[]): unknown;
  /** The largest number of rows to write in one statement. */
  mostRows: number;
  /** For how long, in milliseconds, a statement waits for another process that writes. */
  setPatience(database: Kysely<Tables>, milliseconds: number): Promise<void>;
  /** Takes what was erased out of the log of what is written ahead, too, where nobody reads it just now. */
  emptyLog(database: Kysely<Tables>): Promise<void>;
  /** Whether the fault is in what was to be written, and not in the database. */
  isFaultOfRow(error: unknown): boolean;
  /** Whether the transaction lost against another one, and would get through if tried again. */
  isConflict(error: unknown): boolean;
}

const textOf = (error: unknown, key: string): string =>
  typeof error === 'object' && error !== null ? String(Reflect.get(error, key) ?? '') : '';

export const sqliteEngine: Engine = {
  name: 'sqlite',
  tableEnd: 'strict',
  // Else there would be a table and an index with the same content.
  keyTableEnd: 'strict, without rowid',
  // One writer at a time: there is nobody to wait for.
  shards: 1,
  lockRows: false,
  lockCounts: () => Promise.resolve(),
  isAmong: 'in (select value from json_each(?))',
  listOf: (values) => JSON.stringify(values),
  mostRows: 500,
  async setPatience(database, milliseconds) {
    await sql.raw(`pragma busy_timeout = ${milliseconds}`).execute(database);
  },
  async emptyLog(database) {
    await sql`pragma wal_checkpoint(truncate)`.execute(database);
  },
  // TOOBIG, CONSTRAINT and MISMATCH: https://www.sqlite.org/rescode.html
  isFaultOfRow: (error) =>
    [18, 19, 20].includes(Number(textOf(error, 'errcode')) & 0xff) ||
    // What cannot be bound, such as a value of another type.
    /^ERR_INVALID_ARG/.test(textOf(error, 'code')),
  isConflict: () => false,
};

export const postgresEngine: Engine = {
  name: 'postgres',
  tableEnd: '',
  keyTableEnd: '',
  shards: 16,
  lockRows: true,
  async lockCounts(transaction) {
    await sql`lock table count_shards in share row exclusive mode`.execute(transaction);
  },
  isAmong: '= any($1::text[])',
  listOf: (values) => [...values],
  mostRows: 500,
  setPatience: () => Promise.resolve(),
  // Its log goes by the server's own rules, as the copies that are made of it do.
  emptyLog: () => Promise.resolve(),
  // Classes 22 (data) and 23 (constraint): https://www.postgresql.org/docs/current/errcodes-appendix.html
  isFaultOfRow: (error) => /^2[23][0-9A-Z]{3}$/.test(textOf(error, 'code')),
  // Serialization failure and deadlock. CockroachDB asks for the same.
  isConflict: (error) => ['40001', '40P01'].includes(textOf(error, 'code')),
};

/** A database that is open, and which of the two it is. */
export interface OpenDatabase {
  database: Kysely<Tables>;
  engine: Engine;
}
