import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../store/open-database.ts';

/** Every cell of every table of a database, whatever tables there are. */
export async function allCells(address: string): Promise<string> {
  const { database } = await openDatabase(address);
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  assert.ok(tables.length >= 6);
  const cells: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(database);
    cells.push(...rows.map((row) => JSON.stringify(row)));
  }
  await database.destroy();
  return cells.join('\n');
}

/** The bytes of a SQLite database, in which it would leave what is only forgotten; '' of PostgreSQL. */
export const allBytes = (address: string): string =>
  /^postgres/.test(address)
    ? ''
    : ['', '-wal']
        .map((end) => address + end)
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'latin1'))
        .join('\n');
