import { sql, type ColumnDefinitionBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Engine } from '../engine.ts';

const needed = (column: ColumnDefinitionBuilder) => column.notNull();

/** What a rush brings, as it came: many submissions in a row, to be counted when there is time. */
export const inbox = ({ tableEnd }: Engine): Migration => ({
  async up(database) {
    await database.schema
      .createTable('inbox')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('received_at', 'text', needed)
      .addColumn('size', 'integer', needed)
      .addColumn('fault', 'text')
      .addColumn('rules', 'text', needed)
      .addColumn('entries', 'text', needed)
      .modifyEnd(sql.raw(tableEnd))
      .execute();
    await database.schema
      .createIndex('inbox_by_time')
      .on('inbox')
      .columns(['received_at', 'id'])
      .where(sql`fault`, 'is', null)
      .execute();
  },
});
