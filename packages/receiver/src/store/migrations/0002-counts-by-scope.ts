import { sql, type ColumnDefinitionBuilder, type Kysely, type RawBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/**
 * Counts of those who joined, of each campaign, and of each partner in it, made from the rows that
 * are there; and no e-mail address for those who gave none.
 */
export const countsByScope = ({ tableEnd }: Engine): Migration => ({
  async up(database) {
    const end = sql.raw(tableEnd);
    await letAnonymousHaveNoEmail(database, end);
    await countJoins(database, end);
    await countCampaigns(database, end);
    await countPartners(database, end);
    // It counted everything as one, whatever it was.
    await database.schema.dropTable('counts').execute();
  },
});

/** SQLite cannot take `not null` off a column, so the rows move to a table without it. */
async function letAnonymousHaveNoEmail(
  database: Kysely<unknown>,
  end: RawBuilder<unknown>,
): Promise<void> {
  await database.schema
    .createTable('submissions_moved')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('fingerprint', 'text', needed)
    .addColumn('type', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('email', 'text')
    .addColumn('campaign', 'text')
    .addColumn('partner', 'text')
    .addColumn('body', 'text', needed)
    .addColumn('received_at', 'text', needed)
    .addCheckConstraint('email_unless_anonymous', sql`(email is null) = (kind = 'anonymous')`)
    .modifyEnd(end)
    .execute();
  await sql`insert into submissions_moved
    select id, fingerprint, type, kind, nullif(email, ''), campaign, partner, body, received_at
    from submissions`.execute(database);
  await database.schema.dropTable('submissions').execute();
  await database.schema.alterTable('submissions_moved').renameTo('submissions').execute();
}

const byKind = sql`
  count(*) filter (where kind <> 'organization'),
  count(*) filter (where kind = 'organization')`;

async function countJoins(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('join_counts')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('individuals', 'integer', needed)
    .addColumn('organizations', 'integer', needed)
    .modifyEnd(end)
    .execute();
  await sql`insert into join_counts (id, individuals, organizations)
    select 1, ${byKind} from submissions where type = 'join'`.execute(database);
}

async function countCampaigns(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('campaign_counts')
    .addColumn('campaign', 'text', (column) => column.primaryKey().notNull())
    .addColumn('individuals', 'integer', needed)
    .addColumn('organizations', 'integer', needed)
    .modifyEnd(end)
    .execute();
  await sql`insert into campaign_counts (campaign, individuals, organizations)
    select campaign, ${byKind} from submissions
    where type in ('pledge', 'petition') and campaign is not null
    group by campaign`.execute(database);
}

async function countPartners(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('partner_counts')
    .addColumn('campaign', 'text', needed)
    .addColumn('partner', 'text', needed)
    .addColumn('individuals', 'integer', needed)
    .addColumn('organizations', 'integer', needed)
    .addColumn('signatures', 'integer', (column) =>
      column.generatedAlwaysAs(sql`individuals + organizations`).stored(),
    )
    .addPrimaryKeyConstraint('partner_counts_key', ['campaign', 'partner'])
    .modifyEnd(end)
    .execute();
  await database.schema
    .createIndex('partner_counts_by_signatures')
    .on('partner_counts')
    .columns(['campaign', 'signatures desc', 'partner'])
    .execute();
  await sql`insert into partner_counts (campaign, partner, individuals, organizations)
    select campaign, partner, ${byKind} from submissions
    where type in ('pledge', 'petition') and campaign is not null and partner is not null
    group by campaign, partner`.execute(database);
}
