import { sql, type ColumnDefinitionBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/** The links by which people confirm what they sent, each as the hash of its token. */
export const confirmations = ({ tableEnd }: Engine): Migration => ({
  async up(database) {
    await database.schema
      .createTable('confirmations')
      .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('submission_id', 'text', needed)
      .addColumn('mailbox', 'text', needed)
      .addColumn('created_at', 'text', needed)
      .addColumn('expires_at', 'text', needed)
      .modifyEnd(sql.raw(tableEnd))
      .execute();
    for (const column of ['submission_id', 'mailbox', 'expires_at']) {
      await database.schema
        .createIndex(`confirmations_by_${column}`)
        .on('confirmations')
        .column(column)
        .execute();
    }
  },
});
