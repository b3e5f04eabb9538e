import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

/** The first tables: submissions, one count a kind, and what a health check writes. */
export const submissions = ({ tableEnd }: Engine): Migration => ({
  async up(database) {
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
      .modifyEnd(sql.raw(tableEnd))
      .execute();
    await database.schema
      .createTable('counts')
      .addColumn('kind', 'text', (column) => column.primaryKey().notNull())
      .addColumn('total', 'integer', (column) => column.notNull())
      .modifyEnd(sql.raw(tableEnd))
      .execute();
    await database.schema
      .createTable('probe')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('written_at', 'text', (column) => column.notNull())
      .modifyEnd(sql.raw(tableEnd))
      .execute();
  },
});
