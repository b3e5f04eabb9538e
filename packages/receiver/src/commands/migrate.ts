import { DATABASE_HELP, DATABASE_OPTIONS, readDatabase } from '../options/database-options.ts';
import {
  migrate as migrateTables,
  MIGRATION_PATIENCE_MS,
  pendingMigrations,
} from '../store/migrate.ts';
import { openDatabase } from '../store/open-database.ts';
import { openExistingDatabase } from '../store/open-store.ts';
import { failToOpen } from './with-store.ts';
import type { Subcommand } from './subcommand.ts';

export const migrate: Subcommand = {
  options: { ...DATABASE_OPTIONS, 'dry-run': { type: 'boolean' } },
  help: `Brings the tables of the database up to date, wholly or not at all. A SQLite file is
created where there is none. The receiver does the same when it starts. Make a copy
first, and stop receivers of an older version.

Usage: pro-kid-receiver migrate [options]

  --dry-run            Only say what would be done.
${DATABASE_HELP}`,

  async run(flags) {
    const { address, shown } = readDatabase(flags);
    let database;
    try {
      const isDry = flags.is('dry-run');
      const open = await (isDry ? openExistingDatabase : openDatabase)(address);
      ({ database } = open);
      await open.engine.setPatience(database, MIGRATION_PATIENCE_MS);
      const names = await (isDry ? pendingMigrations(open) : migrateTables(open));
      const list = names.join(', ');
      if (names.length === 0) console.log(`The tables in ${shown} are up to date`);
      else console.log(isDry ? `It would do: ${list}` : `Done: ${list}`);
    } catch (error) {
      failToOpen(shown, error);
    } finally {
      await database?.destroy();
    }
  },
};
