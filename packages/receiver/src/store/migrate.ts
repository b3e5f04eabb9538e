import { Migrator, type Migration } from 'kysely/migration';
import { submissions } from './migrations/0001-submissions.ts';
import { countsByScope } from './migrations/0002-counts-by-scope.ts';
import { people } from './migrations/0003-people.ts';
import { confirmations } from './migrations/0004-confirmations.ts';
import { inbox } from './migrations/0005-inbox.ts';
import type { Engine, OpenDatabase } from './engine.ts';

/** In order of their names; one that was released is never changed. */
const migrations: Record<string, (engine: Engine) => Migration> = {
  '0001-submissions': submissions,
  '0002-counts-by-scope': countsByScope,
  '0003-people': people,
  '0004-confirmations': confirmations,
  '0005-inbox': inbox,
};

/** Another process may be at it, and a large file takes its time. Nobody is served meanwhile. */
export const MIGRATION_PATIENCE_MS = 60_000;

/**
 * Brings the tables up to date, all or nothing, also where several processes start at once: each
 * waits for the lock of the one that is at it. Throws where the tables are from a newer version.
 *
 * @returns the names of the changes that were made, in order.
 */
export async function migrate(open: OpenDatabase): Promise<string[]> {
  await refuseNewer(open);
  const { error, results = [] } = await migratorOf(open).migrateToLatest();
  if (error !== undefined) throw error;
  return results.map(({ migrationName }) => migrationName);
}

/** The names of the changes that the tables still need. Throws where they are from a newer version. */
export async function pendingMigrations(open: OpenDatabase): Promise<string[]> {
  await refuseNewer(open);
  const all = await migratorOf(open).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf({ database, engine }: OpenDatabase): Migrator {
  const own = Object.fromEntries(
    Object.entries(migrations).map(([name, migration]) => [name, migration(engine)]),
  );
  return new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(own) },
  });
}

async function refuseNewer({ database }: OpenDatabase): Promise<void> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const done = await database
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const unknown = done.find(({ name }) => !Object.hasOwn(migrations, name));
  if (unknown) {
    throw new Error(
      `its tables are from a newer version of the receiver ("${unknown.name}"), which this one does not know`,
    );
  }
}
