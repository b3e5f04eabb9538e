import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { load, read } from '../repository.ts';
import { ORIGIN, type EndpointSample } from './endpoint-sample.ts';
import { storedIn } from './server-samples.ts';

interface Worker {
  fetch: (request: Request, env: object) => Promise<Response>;
}

/** The sample for a Cloudflare Worker: its handler in Node, on a table that the guide's SQL makes. */
export async function openWorker(): Promise<EndpointSample> {
  const { default: worker } = await load<{ default: Worker }>(
    'docs/endpoints/samples/own-worker.js',
  );
  const database = new DatabaseSync(':memory:');
  const [, table] = /--command "(CREATE TABLE [^"]+)"/.exec(read('docs/endpoints/own.md')) ?? [];
  database.exec(table!);
  return {
    endpoint: { url: 'https://sign-up.example/' },
    fetch: (input, init) => worker.fetch(new Request(input, init), { ORIGIN, DB: asD1(database) }),
    stored: () => storedIn(database),
    breakStore: () => database.exec('DROP TABLE sign_ups'),
    stop: async () => database.close(),
  };
}

/** What the sample uses of D1, Cloudflare's SQLite. */
const asD1 = (database: DatabaseSync) => ({
  prepare: (sql: string) => ({
    bind: (...values: SQLInputValue[]) => ({
      run: async () => ({ success: true, meta: database.prepare(sql).run(...values) }),
    }),
  }),
});
