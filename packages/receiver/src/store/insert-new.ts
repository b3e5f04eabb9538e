import { CompiledQuery, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

type Value = string | number | null;
type Column = 'text' | 'integer';

/** A table whose rows are inserted in numbers: its columns in order, and which tells what was inserted. */
export interface InsertedTable<Name extends keyof Tables> {
  name: Name;
  columns: Readonly<Record<keyof Tables[Name] & string, Column>>;
  returning: keyof Tables[Name] & string;
}

/**
 * Inserts those rows whose keys are free, and returns a column of each. The text of the statement is
 * always the same, however many rows there are: building and reading a long one would take longer than
 * the insert itself.
 */
export async function insertNew<Name extends keyof Tables>(
  transaction: Transaction<Tables>,
  engine: Engine,
  table: InsertedTable<Name>,
  rows: readonly Record<keyof Tables[Name] & string, Value>[],
): Promise<Set<string>> {
  const names = Object.keys(table.columns) as (keyof Tables[Name] & string)[];
  const run = async (text: string, values: readonly unknown[]) => {
    const query = CompiledQuery.raw(text, [...values]) as CompiledQuery<Record<string, string>>;
    return (await transaction.executeQuery(query)).rows;
  };
  const into = `insert into ${table.name} (${names.join(', ')})`;
  const end = `on conflict do nothing returning ${table.returning}`;
  const added = new Set<string>();
  const note = (found: readonly Record<string, string>[]) => {
    for (const row of found) added.add(row[table.returning]!);
  };

  if (engine.name === 'sqlite') {
    const text = `${into} values (${names.map(() => '?').join(', ')}) ${end}`;
    for (const row of rows)
      note(
        await run(
          text,
          names.map((name) => row[name]),
        ),
      );
  } else {
    const arrays = names.map((name, index) => `$${index + 1}::${table.columns[name]}[]`);
    const text = `${into} select * from unnest(${arrays.join(', ')}) ${end}`;
    note(
      await run(
        text,
        names.map((name) => rows.map((row) => row[name])),
      ),
    );
  }
  return added;
}
