import { Migrator, type Migration } from 'kysely/migration';
import { submissions } from './migrations/0001-submissions.ts';
import { countsByScope } from './migrations/0002-counts-by-scope.ts';
import { people } from './migrations/0003-people.ts';
import type { Engine, OpenDatabase } from './engine.ts';

/** In order of their names; one that was released is never changed. */
const migrations: Record<string, (engine: Engine) => Migration> = {
  '0001-submissions': submissions,
  '0002-counts-by-scope': countsByScope,
  '0003-people': people,
};

/**
 * Brings the tables up to date, all or nothing, also where several processes start at once: each
 * waits for the lock of the one that is at it. Throws where the tables are from a newer version.
 */
export async function migrate({ database, engine }: OpenDatabase): Promise<void> {
  await refuseNewer({ database, engine });
  const own = Object.fromEntries(
    Object.entries(migrations).map(([name, migration]) => [name, migration(engine)]),
  );
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(own) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
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
