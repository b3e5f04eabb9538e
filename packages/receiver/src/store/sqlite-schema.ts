import type { Generated, Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { submissions } from './migrations/0001-submissions.ts';
import { countsByScope } from './migrations/0002-counts-by-scope.ts';

interface CountColumns {
  individuals: number;
  organizations: number;
}

/**
 * The tables. `body` is the whole submission, normalised, as canonical JSON: the columns beside it
 * are copies to find and count rows by, so a newer contract needs no change here.
 *
 * The tables of counts are raised in the transaction that keeps the submission, and read by their
 * keys. Reading costs the same with ten rows as with ten million, and a crash cannot part a count from
 * its rows. The one row that all signers of a campaign touch is no bottleneck: SQLite has a single
 * writer anyway.
 *
 * PostgreSQL can have the same tables, also spread over machines. No key comes from a sequence: each is
 * the sender's UUID, or what is counted. `id` spreads submissions, and `campaign` the counts, so that
 * raising or reading those of one campaign asks one machine. `insert … on conflict do update` and
 * stored generated columns are written alike there. Where many writers would wait for a row of counts,
 * one more column in its key makes several rows to be summed, or the rows are counted now and then: all
 * can be made anew from `submissions`, as the second migration makes them.
 */
export interface Tables {
  submissions: {
    id: string;
    fingerprint: string;
    type: string;
    kind: string;
    /** Null for those who are counted without a name, and for nobody else. */
    email: string | null;
    campaign: string | null;
    partner: string | null;
    body: string;
    /** RFC 3339, by this server's clock. */
    received_at: string;
  };
  /** One row: all who joined. */
  join_counts: CountColumns & { id: number };
  /** Who signed: pledges and petitions. */
  campaign_counts: CountColumns & { campaign: string };
  /** The same, but only of those who came through a partner. */
  partner_counts: CountColumns & {
    campaign: string;
    partner: string;
    /** Both kinds, to list partners by. */
    signatures: Generated<number>;
  };
  /** One row, written by each health check. */
  probe: { id: number; written_at: string };
}

/** In order of their names; one that was released is never changed. */
const migrations: Record<string, Migration> = {
  '0001-submissions': submissions,
  '0002-counts-by-scope': countsByScope,
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
