import type { DatabaseSync } from 'node:sqlite';

/** Notes each statement from now on. */
export function noteStatements(database: DatabaseSync): string[] {
  const statements: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = (sql, ...rest) => {
    statements.push(sql);
    return prepare(sql, ...rest);
  };
  return statements;
}

/** How SQLite finds the rows of a statement, step by step, such as `SCAN submissions`. */
export const planOf = (database: DatabaseSync, sql: string): string[] =>
  database
    .prepare(`explain query plan ${sql}`)
    .all()
    .map((step) => String(step['detail']));
