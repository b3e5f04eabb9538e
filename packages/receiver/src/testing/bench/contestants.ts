import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@pro-kid/tooling/free-port';
import { openDatabase } from '../../store/open-database.ts';
import { startReceiver, startServer, type ServerProcess } from '../receiver-process.ts';
import { ORIGIN } from './posts.ts';

/** A server that takes posts, in a process of its own. */
export interface Contestant {
  name: string;
  /** Where it takes posts. */
  address: string;
  /** How many submissions are in its database, where it has one. */
  rows?: () => Promise<number>;
  /** How many of these it has on disk, and did not count yet. */
  waiting?: () => Promise<number>;
  /** Reads its figures for Prometheus, where it has any; each by its name. */
  figures?: () => Promise<(name: string) => number>;
  stop(): Promise<void>;
}

const BARE = fileURLToPath(new URL('bare-server.ts', import.meta.url));

/** Answers without keeping anything. */
export const startBare = (): Promise<Contestant> =>
  contestant('node:http, no store', startServer(BARE, []));

/** Keeps each submission in a transaction of its own. */
export const startBareStore = (folder: string): Promise<Contestant> =>
  bareStore('node:http, one INSERT each', newFile(folder), []);

/** Keeps in one transaction what comes together, and does nothing else that the receiver does. */
export const startBareGroup = (folder: string): Promise<Contestant> =>
  bareStore('node:http, one INSERT for all that come together', newFile(folder), ['together']);

const bareStore = (name: string, file: string, words: string[]): Promise<Contestant> =>
  contestant(name, startServer(BARE, [file, ...words]), { rows: () => rowsIn(file) });

export const startReceiverOnFile = (folder: string): Promise<Contestant> =>
  receiver('receiver, SQLite', newFile(folder));

export const startReceiverOnPostgres = (database: string): Promise<Contestant> =>
  receiver('receiver, PostgreSQL', database);

const newFile = (folder: string) => join(mkdtempSync(join(folder, 'database-')), 'kept.sqlite');

/** As it is without further options. */
async function receiver(name: string, database: string): Promise<Contestant> {
  const metrics = `127.0.0.1:${await freePort()}`;
  const options = { port: '0', host: '127.0.0.1', origin: ORIGIN, database, metrics };
  const words = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
  return contestant(name, startReceiver([...words, '--log-level', 'error']), {
    path: '/submissions',
    rows: async () => (await rowsIn(database)) + (await rowsInInbox(database)),
    waiting: () => rowsInInbox(database),
    async figures() {
      const text = await (await fetch(`http://${metrics}/metrics`)).text();
      return (figure) => Number(new RegExp(`^${figure} (\\S+)$`, 'm').exec(text)![1]);
    },
  });
}

async function contestant(
  name: string,
  { url, ended, kill }: ServerProcess,
  {
    path = '/',
    ...parts
  }: { path?: string } & Pick<Contestant, 'rows' | 'waiting' | 'figures'> = {},
): Promise<Contestant> {
  // Where a run fails, too, nobody is left behind.
  process.once('exit', () => kill('SIGKILL'));
  return {
    name,
    address: (await url) + path,
    ...parts,
    async stop() {
      kill('SIGINT');
      await ended;
    },
  };
}

async function rowsIn(address: string): Promise<number> {
  const { database } = await openDatabase(address);
  const { total } = await database
    .selectFrom('submissions')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  await database.destroy();
  return total;
}

async function rowsInInbox(address: string): Promise<number> {
  const { database } = await openDatabase(address);
  const { total } = await database
    .selectFrom('inbox')
    .select(({ fn }) => fn.sum<number | null>('size').as('total'))
    .executeTakeFirstOrThrow();
  await database.destroy();
  return Number(total ?? 0);
}
