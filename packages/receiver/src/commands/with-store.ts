import { readDatabase } from '../options/database-options.ts';
import type { Flags } from '../options/flags.ts';
import type { StoreOptions } from '../store/create-store.ts';
import { openKeptStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { fail } from './fail.ts';
import { whyNotOpen } from './why-not-open.ts';

/** Works on the submissions of the database that options name. Says so where it cannot be used. */
export async function withStore(
  flags: Flags,
  options: StoreOptions,
  work: (store: Store) => Promise<void>,
): Promise<void> {
  const { address, shown } = readDatabase(flags);
  let store: Store;
  try {
    store = await openKeptStore(address, options);
  } catch (error) {
    failToOpen(shown, error);
    return;
  }
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

export function failToOpen(shown: string, error: unknown): void {
  const reason = whyNotOpen(error as NodeJS.ErrnoException);
  fail(
    `Cannot use the database ${shown}: ${reason}. Choose it with --database or PRO_KID_DATABASE.`,
  );
}
