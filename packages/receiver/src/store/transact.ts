import type { Transaction } from 'kysely';
import type { OpenDatabase } from './engine.ts';
import type { Tables } from './tables.ts';

const MOST_TRIES = 5;

/** Runs one transaction, again where it only lost against another one. */
export async function transact<Result>(
  { database, engine }: OpenDatabase,
  run: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction().execute(run);
    } catch (error) {
      if (tries === MOST_TRIES || !engine.isConflict(error)) throw error;
    }
  }
}
