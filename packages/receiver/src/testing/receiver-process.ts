import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../bin.ts', import.meta.url));

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A server in a process of its own, which says `listening on` and its address. */
export interface ServerProcess {
  /** Where it listens; rejects where it ends before it does. */
  url: Promise<string>;
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Fulfilled once it has written words; rejects where it ends before it does. */
  said(words: RegExp): Promise<void>;
  /** All it has written so far. */
  written: { out: string; error: string };
}

interface ProcessOptions {
  nodeFlags?: string[];
  environment?: Record<string, string>;
}

/** The real command. */
export const startReceiver = (args: string[], options?: ProcessOptions): ServerProcess =>
  startServer(BIN, args, options);

export function startServer(
  script: string,
  args: string[],
  { nodeFlags = [], environment = {} }: ProcessOptions = {},
): ServerProcess {
  const child = spawn(
    process.execPath,
    [...nodeFlags, '--conditions=@pro-kid/source', script, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], ...environment },
    },
  );
  const written = { out: '', error: '' };
  const url = Promise.withResolvers<string>();
  url.promise.catch(() => {});
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.out += text;
    const address = /listening on (\S+)\n/.exec(written.out)?.[1];
    if (address) url.resolve(address);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.error += text;
  });
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    url.reject(new Error(`The server ended early: ${written.error}`));
    return { code: code as number | null, signal: signal as NodeJS.Signals | null };
  });
  const said = async (words: RegExp) => {
    while (!words.test(written.out)) {
      const more = await Promise.race([once(child.stdout, 'data'), ended]);
      if (!Array.isArray(more)) throw new Error(`It ended without these words: ${written.error}`);
    }
  };
  return { url: url.promise, ended, written, said, kill: (signal) => child.kill(signal) };
}
