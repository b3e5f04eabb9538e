import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../repository.ts';
import { ORIGIN, type EndpointSample } from './endpoint-sample.ts';

const samples = resolve(root, 'docs/endpoints/samples');

/** The sample for Node, as a process of its own. */
export async function openNode(): Promise<EndpointSample> {
  const folder = mkdtempSync(join(tmpdir(), 'own-node-'));
  const FILE = join(folder, 'sign-ups.db');
  const port = await freePort();
  const server = await serve(port, folder, process.execPath, [join(samples, 'own.mjs')], {
    FILE,
    PORT: String(port),
  });
  const query = <Result>(use: (database: DatabaseSync) => Result): Result => {
    const database = new DatabaseSync(FILE);
    try {
      return use(database);
    } finally {
      database.close();
    }
  };
  return {
    ...server,
    stored: () => query((database) => storedIn(database)),
    breakStore: () => query((database) => database.exec('DROP TABLE sign_ups')),
  };
}

/** Why the sample for PHP cannot run here; false where it can. */
export const phpIsMissing = ((): string | false => {
  const { error, stdout } = spawnSync('php', ['-r', 'echo PHP_VERSION_ID;'], { encoding: 'utf8' });
  if (error) return 'php is not installed';
  return Number(stdout) >= 80_100 ? false : 'php is older than 8.1';
})();

/** The sample for PHP, on PHP's own web server with four processes; it keeps all in `file`. */
export async function openPhp(): Promise<EndpointSample & { file: string; lines: () => string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'own-php-'));
  mkdirSync(join(folder, 'kept'));
  const file = join(folder, 'kept', 'sign-ups.jsonl');
  const port = await freePort();
  const parameters = ['-S', `127.0.0.1:${port}`, join(samples, 'own.php')];
  const server = await serve(port, folder, 'php', parameters, {
    FILE: file,
    PHP_CLI_SERVER_WORKERS: '4',
  });
  const lines = () => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return {
    ...server,
    file,
    lines,
    stored: () => lines().map((line) => JSON.parse(line) as unknown),
    breakStore: () => renameSync(join(folder, 'kept'), join(folder, 'gone')),
  };
}

/** The submissions in a table of the samples that use SQL. */
export const storedIn = (database: DatabaseSync): unknown[] =>
  database
    .prepare('SELECT submission FROM sign_ups ORDER BY rowid')
    .all()
    .map(({ submission }) => JSON.parse(submission as string) as unknown);

async function serve(
  port: number,
  folder: string,
  command: string,
  parameters: string[],
  variables: Record<string, string>,
): Promise<Pick<EndpointSample, 'endpoint' | 'fetch' | 'stop'>> {
  const url = `http://127.0.0.1:${port}/`;
  const isGroup = process.platform !== 'win32';
  const server = spawn(command, parameters, {
    env: { ...process.env, ...variables, ORIGIN },
    stdio: ['ignore', 'inherit', 'pipe'],
    // PHP's workers outlive it, unless the whole group is stopped.
    detached: isGroup,
  });
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  while (!(await isUp(url))) {
    if (server.exitCode !== null) throw new Error(`${command} ended: ${log}`);
  }
  return {
    endpoint: { url },
    fetch,
    async stop() {
      if (isGroup) process.kill(-server.pid!, 'SIGKILL');
      else server.kill();
      await once(server, 'close');
      rmSync(folder, { recursive: true });
    },
  };
}

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
