import { parseDatabaseAddress } from '../options/database-address.ts';
import { createStore } from '../store/create-store.ts';
import type { OpenDatabase } from '../store/engine.ts';
import { pendingMigrations } from '../store/migrate.ts';
import { openExistingDatabase } from '../store/open-store.ts';
import { nameOfError } from '../log.ts';
import { whyNotOpen } from '../commands/why-not-open.ts';
import { checkClock } from './check-clock.ts';
import { checkKept } from './check-kept.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

const PATIENCE_MS = 5_000;

/** Whether the database can be reached, has the right tables, takes a write, and is in order. */
export async function* checkDatabase(address: string): AsyncGenerator<Finding> {
  const parsed = parseDatabaseAddress(address);
  if ('message' in parsed) throw new TypeError(parsed.message);
  const { shown } = parsed;
  if (shown === ':memory:') {
    yield warning('What is received ends with the process.', 'Name a file with --database.');
    return;
  }
  let open: OpenDatabase;
  try {
    open = await openExistingDatabase(address);
  } catch (error) {
    yield cannotUse(shown, error);
    return;
  }
  try {
    yield* checkOpen(open, shown);
  } catch (error) {
    yield cannotUse(shown, error);
  } finally {
    await open.database.destroy();
  }
}

function cannotUse(shown: string, error: unknown): Finding {
  const reason = whyNotOpen(error as NodeJS.ErrnoException);
  return problem(
    `The database ${shown} cannot be used: ${reason}.`,
    'Choose another with --database or PRO_KID_DATABASE. The receiver, or pro-kid-receiver migrate, creates a file that is missing, but not its folder.',
  );
}

async function* checkOpen(open: OpenDatabase, shown: string): AsyncGenerator<Finding> {
  await open.engine.setPatience(open.database, PATIENCE_MS);
  // It asks for the tables, so it shows that somebody answers, too.
  const pending = await pendingMigrations(open);
  yield ok(`The database ${shown} can be reached.`);
  if (pending.length > 0) {
    yield problem(
      `Its tables are not up to date. What is missing: ${pending.join(', ')}.`,
      'Make a copy, then run: pro-kid-receiver migrate',
    );
    return;
  }
  yield ok('Its tables are up to date.');
  try {
    await createStore(open).probe();
    yield ok('It takes a write.');
  } catch (error) {
    yield problem(
      `It does not take a write (${nameOfError(error)}).`,
      'Look whether the disk is full, whether it is read-only, and whether this user may write there.',
    );
  }
  yield* checkKept(open);
  yield* checkClock(open);
}
