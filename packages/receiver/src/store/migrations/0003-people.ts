import { sql, type ColumnDefinitionBuilder, type Kysely, type RawBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';
import { rebuildCounts } from '../count-shards.ts';
import type { Tables } from '../tables.ts';
import { moveSubmissions } from './0003-move-submissions.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/**
 * Each person counts once in a scope, whatever they send again; submissions have a state; counts are
 * spread over rows; and what is to be sent is kept beside what was received.
 */
export const people = ({ tableEnd, keyTableEnd }: Engine): Migration => ({
  async up(database) {
    const end = sql.raw(tableEnd);
    await createSubmissions(database, end);
    await createPeople(database, sql.raw(keyTableEnd));
    await createCounts(database, sql.raw(keyTableEnd));
    await createOutbox(database, end);

    await moveSubmissions(database);
    for (const table of ['submissions', 'join_counts', 'campaign_counts', 'partner_counts']) {
      await database.schema.dropTable(table).execute();
    }
    await database.schema.alterTable('submissions_next').renameTo('submissions').execute();
    await indexSubmissions(database);
    await rebuildCounts(database as Kysely<Tables>);
  },
});

async function createSubmissions(
  database: Kysely<unknown>,
  end: RawBuilder<unknown>,
): Promise<void> {
  await database.schema
    .createTable('submissions_next')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('fingerprint', 'text', needed)
    .addColumn('type', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('email', 'text')
    .addColumn('mailbox', 'text')
    .addColumn('person', 'text')
    .addColumn('campaign', 'text')
    .addColumn('partner', 'text')
    .addColumn('scope', 'text')
    .addColumn('state', 'text', needed)
    .addColumn('reason', 'text')
    .addColumn('flagged_from', 'text')
    .addColumn('address', 'text')
    .addColumn('body', 'text', needed)
    .addColumn('received_at', 'text', needed)
    .addColumn('decided_at', 'text')
    .addCheckConstraint('named_unless_anonymous', sql`(email is null) = (kind = 'anonymous')`)
    .addCheckConstraint('state', sql`state in ('pending', 'counted', 'flagged', 'repeated')`)
    .addCheckConstraint('reason_where_flagged', sql`(reason is not null) = (state = 'flagged')`)
    .modifyEnd(end)
    .execute();
}

async function indexSubmissions(database: Kysely<unknown>): Promise<void> {
  const index = (name: string) =>
    database.schema.createIndex(`submissions_by_${name}`).on('submissions');
  await index('mailbox')
    .column('mailbox')
    .where(sql`mailbox`, 'is not', null)
    .execute();
  await index('time').columns(['received_at', 'id']).execute();
  // Of those whose address is not erased yet.
  await index('address')
    .columns(['address', 'scope', 'received_at'])
    .where(sql`address`, 'is not', null)
    .execute();
}

async function createPeople(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('people')
    .addColumn('scope', 'text', needed)
    .addColumn('person', 'text', needed)
    .addColumn('place', 'integer', needed)
    .addColumn('submission_id', 'text', needed)
    .addPrimaryKeyConstraint('people_key', ['scope', 'person', 'place'])
    .modifyEnd(end)
    .execute();
}

async function createCounts(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('count_shards')
    .addColumn('scope', 'text', needed)
    .addColumn('partner', 'text', needed)
    .addColumn('shard', 'integer', needed)
    .addColumn('individuals', 'integer', needed)
    .addColumn('organizations', 'integer', needed)
    .addPrimaryKeyConstraint('count_shards_key', ['scope', 'partner', 'shard'])
    .modifyEnd(end)
    .execute();
}

async function createOutbox(database: Kysely<unknown>, end: RawBuilder<unknown>): Promise<void> {
  await database.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('submission_id', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('target', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'text', needed)
    .addColumn('lease_until', 'text')
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'text', needed)
    .addColumn('finished_at', 'text')
    .addColumn('payload', 'text', needed)
    .addCheckConstraint('outbox_state', sql`state in ('waiting', 'done', 'dead')`)
    .modifyEnd(end)
    .execute();
  await database.schema
    .createIndex('outbox_due')
    .on('outbox')
    .column('due_at')
    .where(sql`state`, '=', sql.lit('waiting'))
    .execute();
  await database.schema
    .createIndex('outbox_by_submission')
    .on('outbox')
    .column('submission_id')
    .execute();
}
