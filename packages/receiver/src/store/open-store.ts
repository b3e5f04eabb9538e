import { createStore, type StoreOptions } from './create-store.ts';
import type { OpenDatabase } from './engine.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import type { Store } from './store.ts';

/** Another process may be at it, and a large file takes its time. Nobody is served meanwhile. */
const MIGRATION_PATIENCE_MS = 60_000;
/** Longer would hold up every request, since `node:sqlite` waits for a lock without letting others run. */
const PATIENCE_MS = 1_000;

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
    return store;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
