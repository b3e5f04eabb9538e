import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '@pro-kid/receiver/package.json' with { type: 'json' };
import { CannotStart, cannotListen } from './cannot-start.ts';

/** The built command, as npm would install it. */
const COMMAND = join(
  fileURLToPath(import.meta.resolve('@pro-kid/receiver/package.json')),
  '..',
  manifest.bin['pro-kid-receiver'],
);

export interface ReceiverOptions {
  port: number;
  database: string;
  /** The sites whose pages may post. */
  origins: readonly string[];
  /** The files of the campaigns that signatures are held to. */
  campaigns: readonly string[];
}

export interface ReceiverProcess {
  /** Where it listens, such as `http://localhost:8787`. */
  url: string;
  /** Resolves to its last words when it has ended, whatever ended it. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the receiver's own command, and waits until it listens. */
export async function startReceiver(options: ReceiverOptions): Promise<ReceiverProcess> {
  const { port, database, origins, campaigns } = options;
  await requireFree(port);

  const settings = { port, database, origin: origins.join(), campaigns: campaigns.join() };
  const words = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(process.execPath, [COMMAND, ...words, '--allow-form-posts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a process group of its own, Ctrl-C does not reach it: it is stopped once, and by us.
    detached: true,
  });
  let written = '';
  const ended = once(child, 'close').then(() => written.trim());
  const listening = new Promise<string>((resolve) => {
    const read = (text: string) => {
      written += text;
      const [, url] = /listening on (\S+)\n/.exec(written) ?? [];
      if (url) resolve(url);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
  const failed = ended.then((words) => {
    throw new CannotStart(`The receiver did not start. ${words}`);
  });

  return {
    url: await Promise.race([listening, failed]),
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks before the receiver does, whose own words name a setting of its own. */
async function requireFree(port: number): Promise<void> {
  const server = createServer().listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw cannotListen(error, port, 'RECEIVER_PORT');
  }
  server.close();
  await once(server, 'close');
}
