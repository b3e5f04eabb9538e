import { DatabaseSync } from 'node:sqlite';
import { createApp, type AppOptions } from '../http/app.ts';
import { openSqlite } from '../store/open-database.ts';
import { prepareStore } from '../store/open-store.ts';

export const ORIGIN = 'https://firststeps.example';

interface Row {
  id: string;
  kind: string;
  email: string | null;
  body: string;
}

/** A receiver without a socket, over a database in memory that the test can look into. */
export async function createReceiver(
  options: Pick<AppOptions, 'campaigns' | 'now' | 'allowFormPosts'> = {},
) {
  const database = new DatabaseSync(':memory:');
  const store = await prepareStore(openSqlite(database));
  const log: string[] = [];
  const app = createApp({ store, origins: [ORIGIN], log: (line) => log.push(line), ...options });
  return {
    app,
    database,
    store,
    /** The lines it wrote for the operator. */
    log,
    post: (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      app.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
        body,
      }),
    rows: () => database.prepare('select * from submissions').all() as unknown as Row[],
  };
}
