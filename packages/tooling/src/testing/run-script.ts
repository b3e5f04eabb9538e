import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const tooling = resolve(import.meta.dirname, '../..');

/**
 * Runs one of our scripts, in a folder of `fixtures` where one is named. The real run's tally hears
 * nothing of it.
 */
export async function runScript(script: string, options: string[] = [], fixture?: string) {
  const { NODE_TEST_CONTEXT, PRO_KID_TALLY, ...env } = process.env;
  const child = spawn(process.execPath, [resolve(tooling, 'src', script), ...options], {
    cwd: fixture ? resolve(tooling, 'fixtures', fixture) : tooling,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [exitCode]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { output, exitCode: exitCode as number, closing: output.trimEnd().split('\n').at(-1) };
}
