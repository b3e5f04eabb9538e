import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
} from 'kysely';

/** Node 22.13 cannot yet tell whether a statement answers with rows, so its text must. */
const ANSWERS_WITH_ROWS = /^\s*(?:select|with|values|pragma)\b|\breturning\b/i;

/** Enough for all that are used in a rush. */
const MOST_PREPARED = 200;

/** Kysely passes parameters as one array, `node:sqlite` takes them one by one. */
function asKyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();
  const prepareOnce = (query: string): StatementSync => {
    let statement = prepared.get(query);
    if (statement) return statement;
    statement = database.prepare(query);
    // Lists of many lengths make many texts.
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(query, statement);
    return statement;
  };
  return {
    close: () => database.close(),
    prepare(query) {
      const statement = prepareOnce(query);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: ANSWERS_WITH_ROWS.test(query),
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}

/** A deferred transaction asks for the write lock in the middle, where SQLite may refuse it without waiting. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can undo a change of schema; saying so makes a migration whole or absent after a crash. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect over the SQLite that is part of Node. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: DatabaseSync) {
    const adapted = asKyselyDatabase(database);
    super({ database: adapted });
    this.#database = adapted;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}
