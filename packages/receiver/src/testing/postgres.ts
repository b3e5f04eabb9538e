import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pro-kid/tooling/free-port';
import pg from 'pg';

/** A PostgreSQL server of the test file's own. */
export interface PostgresServer {
  /** Creates an empty database, and returns its address. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** The folder of this machine's `initdb` and `postgres`; undefined where it has none. */
export const POSTGRES_BINARIES: string | undefined = [
  ...askPgConfig(),
  ...globSync('/usr/lib/postgresql/*/bin'),
].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

function askPgConfig(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()];
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root. */
function asWhom(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (...words: string[]) => Number(execFileSync('id', words, { encoding: 'utf8' }));
  return { uid: ask('-u', 'nobody'), gid: ask('-g', 'nobody') };
}

/** @param commits whether they are to outlast a loss of power: the machine of a test is not to lose any. */
export async function startPostgres(
  binaries: string,
  commits: 'durable' | 'fast' = 'fast',
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pro-kid-postgres-'));
  const user = asWhom();
  if (user) chownSync(folder, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const run = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', cluster, '-A', 'trust', '-U', 'receiver', '-E', 'UTF8', '--no-sync'],
    { ...run, stdio: 'pipe' },
  );

  const port = await freePort();
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    fsync: commits === 'durable' ? 'on' : 'off',
  };
  const server = spawn(
    join(binaries, 'postgres'),
    [
      '-D',
      cluster,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(server, 'close');
  await new Promise<void>((resolve, reject) => {
    let words = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      words += text;
      if (/ready to accept connections/.test(words)) resolve();
    });
    void ended.then(() => reject(new Error(`PostgreSQL did not start: ${words}`)));
  });

  const address = (name: string) => `postgres://receiver@127.0.0.1:${port}/${name}`;
  return {
    async newDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      // Does not wait for clients.
      server.kill('SIGINT');
      await ended;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
