import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/**
 * The tables. `body` is the whole submission, normalised, as canonical JSON: the columns beside it
 * are copies to find and count rows by, so a newer contract needs no change here.
 */
export interface Tables {
  submissions: {
    id: string;
    fingerprint: string;
    type: string;
    kind: string;
    email: string;
    campaign: string | null;
    partner: string | null;
    body: string;
    /** RFC 3339, by this server's clock. */
    received_at: string;
  };
  /**
   * One row a kind, raised in the transaction that keeps the submission. Reading it costs the same
   * with ten rows as with ten million, a crash cannot part it from the rows, and the one row that
   * all writers touch is no bottleneck: SQLite has a single writer anyway.
   */
  counts: { kind: string; total: number };
  /** One row, written by each health check. */
  probe: { id: number; written_at: string };
}

/** In order of their names; one that was released is never changed. */
const migrations: Record<string, Migration> = {
  '0001-submissions': {
    async up(database: Kysely<Tables>) {
      await database.schema
        .createTable('submissions')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('campaign', 'text')
        .addColumn('partner', 'text')
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await database.schema
        .createTable('counts')
        .addColumn('kind', 'text', (column) => column.primaryKey().notNull())
        .addColumn('total', 'integer', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
      await database.schema
        .createTable('probe')
        .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
        .addColumn('written_at', 'text', (column) => column.notNull())
        .modifyEnd(sql`strict`)
        .execute();
    },
  },
};

/** Brings the tables up to date, all or nothing; throws where the file is from a newer version. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
