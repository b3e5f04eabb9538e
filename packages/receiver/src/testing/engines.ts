import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { POSTGRES_BINARIES, startPostgres, type PostgresServer } from './postgres.ts';

/** One of the two databases, for a suite that both have to pass. */
export interface TestEngine {
  name: 'sqlite' | 'postgres';
  /** The address of a database that nobody else has, and that is empty. */
  newDatabase(): Promise<string>;
}

/**
 * A suite that is run on SQLite and on PostgreSQL, each with databases of its own. Where the machine
 * has no PostgreSQL, that half is skipped, and says so.
 */
export function describeForEachEngine(name: string, suite: (engine: TestEngine) => void): void {
  describe(`${name} (SQLite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'pro-kid-receiver-'));
    let files = 0;
    after(() => rmSync(folder, { recursive: true, force: true }));
    suite({
      name: 'sqlite',
      newDatabase: () => Promise.resolve(join(folder, `${++files}.sqlite`)),
    });
  });

  const binaries = POSTGRES_BINARIES;
  const skip = binaries === undefined && 'This machine has no PostgreSQL: no initdb was found.';
  describe(`${name} (PostgreSQL)`, { skip }, () => {
    let server: PostgresServer;
    before(async () => {
      server = await startPostgres(binaries!);
    });
    after(() => server?.stop());
    suite({ name: 'postgres', newDatabase: () => server.newDatabase() });
  });
}
