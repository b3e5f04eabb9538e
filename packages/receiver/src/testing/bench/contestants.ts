import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { freePort } from '@pro-kid/tooling/free-port';
import pg from 'pg';
import { ORIGIN } from './posts.ts';

/** A server that takes posts, in a process of its own. */
export interface Contestant {
  name: string;
  /** Where it takes posts. */
  address: string;
  /** How many submissions are in its database, where it has one. */
  rows?: () => Promise<number>;
  /** Reads its figures for Prometheus, where it has any; each by its name. */
  figures?: () => Promise<(name: string) => number>;
  stop(): Promise<void>;
}

const BARE = fileURLToPath(new URL('bare-server.ts', import.meta.url));
const RECEIVER = fileURLToPath(new URL('../../bin.ts', import.meta.url));

/** Answers without keeping anything. */
export const startBare = async (): Promise<Contestant> => ({
  name: 'node:http, no store',
  ...(await start([BARE], '/')),
});

/** Keeps each submission in a transaction of its own. */
export async function startBareStore(folder: string): Promise<Contestant> {
  const file = newFile(folder);
  return {
    name: 'node:http, one INSERT each',
    ...(await start([BARE, file], '/')),
    rows: () => Promise.resolve(rowsIn(file)),
  };
}

export async function startReceiverOnFile(folder: string): Promise<Contestant> {
  const file = newFile(folder);
  return {
    name: 'receiver, SQLite',
    ...(await startReceiver(file)),
    rows: () => Promise.resolve(rowsIn(file)),
  };
}

export async function startReceiverOnPostgres(database: string): Promise<Contestant> {
  const started = await startReceiver(database);
  const rows = async () => {
    const client = new pg.Client(database);
    await client.connect();
    const { rows } = await client.query<{ total: string }>(COUNT);
    await client.end();
    return Number(rows[0]!.total);
  };
  return { name: 'receiver, PostgreSQL', ...started, rows };
}

const newFile = (folder: string) => join(mkdtempSync(join(folder, 'database-')), 'kept.sqlite');

const COUNT = 'select count(*) as total from submissions';

function rowsIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const { total } = database.prepare(COUNT).get() as { total: number };
  database.close();
  return total;
}

/** As it is without further options. */
async function startReceiver(database: string) {
  const metrics = `127.0.0.1:${await freePort()}`;
  const options = { port: '0', host: '127.0.0.1', origin: ORIGIN, database, metrics };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return {
    ...(await start([RECEIVER, 'serve', ...words, '--log-level', 'error'], '/submissions')),
    async figures() {
      const text = await (await fetch(`http://${metrics}/metrics`)).text();
      return (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
    },
  };
}

async function start(words: string[], path: string) {
  const child = spawn(process.execPath, ['--conditions=@pro-kid/source', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Where a run fails, too, nobody is left behind.
  process.once('exit', () => child.kill());
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  let address: string | undefined;
  while ((address = /listening on (http:\S+)\n/.exec(said)?.[1]) === undefined) {
    const more = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
    if (!more) throw new Error(`It ended before it listened: ${said}`);
  }
  return {
    address: `${address}${path}`,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
