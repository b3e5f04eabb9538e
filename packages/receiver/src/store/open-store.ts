import { existsSync } from 'node:fs';
import { parseDatabaseAddress } from '../options/database-address.ts';
import { createStore, type StoreOptions } from './create-store.ts';
import type { OpenDatabase } from './engine.ts';
import { migrate, MIGRATION_PATIENCE_MS, pendingMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/** Longer would hold up every request, since `node:sqlite` waits for a lock without letting others run. */
const PATIENCE_MS = 1_000;
/** Of a command, which can wait for a receiver that is at work. */
const COMMAND_PATIENCE_MS = 30_000;
/** Whoever waits for readers with the log keeps others from writing. */
const LOG_PATIENCE_MS = 300;

/**
 * Opens the database that keeps the submissions, and brings its tables up to date. Rejects where it
 * cannot be opened and written.
 *
 * @param address a path, `:memory:` for a store that ends with the process, or `postgres://…`.
 */
export async function openStore(address: string, options: StoreOptions = {}): Promise<Store> {
  return prepareStore(await openDatabase(address), options);
}

/** A store in an open database, whatever the version of its tables; closes it where it cannot be used. */
export async function prepareStore(open: OpenDatabase, options: StoreOptions = {}): Promise<Store> {
  const { database, engine } = open;
  try {
    await engine.setPatience(database, MIGRATION_PATIENCE_MS);
    await migrate(open);
    await engine.setPatience(database, PATIENCE_MS);
    const store = createStore(open, options);
    await store.probe();
    // What a receiver did not get to before it ended.
    await store.inbox.retryFaulty();
    await store.inbox.settleAll();
    return store;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/**
 * Opens what a receiver keeps, beside it or while none runs, and leaves the tables as they are.
 * Rejects where there is no database, or where its tables are from another version.
 */
export async function openKeptStore(address: string, options: StoreOptions = {}): Promise<Store> {
  const open = await openExistingDatabase(address);
  const { database, engine } = open;
  const store = createStore(open, options);
  try {
    await engine.setPatience(database, COMMAND_PATIENCE_MS);
    if ((await pendingMigrations(open)).length > 0) {
      throw new Error(
        'its tables are from an older version of the receiver, or there are none. Run: pro-kid-receiver migrate',
      );
    }
    // What a receiver acknowledged until now is part of what is asked for.
    await store.inbox.settleAll();
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    ...store,
    async close() {
      await engine.setPatience(database, LOG_PATIENCE_MS);
      await engine.emptyLog(database);
      await store.close();
    },
  };
}

/** Opens a database that is there. A slip in its name makes no new one. */
export async function openExistingDatabase(address: string): Promise<OpenDatabase> {
  const parsed = parseDatabaseAddress(address);
  if ('file' in parsed && parsed.file !== ':memory:' && !existsSync(parsed.file)) {
    throw new Error('there is no such file');
  }
  return openDatabase(address);
}
