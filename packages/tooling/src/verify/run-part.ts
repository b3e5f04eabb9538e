import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readTally, tallyEnvironment, type Tally } from '../tally.ts';
import type { Part } from './plan.ts';

export interface PartResult {
  name: string;
  tally: Tally;
  seconds: number;
  /** Everything that it wrote, in the order it came. */
  output: string;
}

const running = new Set<ChildProcess>();

/** Runs a part to its end, or to its time limit, in milliseconds. */
export async function runPart(part: Part, timeLimit: number): Promise<PartResult> {
  const start = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'pro-kid-verify-'));
  const tallyFile = join(folder, 'tally');
  await writeFile(tallyFile, '');
  const child = spawn(part.command.file, part.command.arguments, {
    cwd: part.folder,
    shell: part.command.shell,
    env: { ...process.env, ...tallyEnvironment(tallyFile) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, to be stopped with all that it started.
    detached: process.platform !== 'win32',
  });
  running.add(child);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  }
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nStopped after ${timeLimit / 1000} s.\n`));
    stopTree(child);
  }, timeLimit);
  // What a part leaves running would keep its output open.
  child.once('exit', () => stopTree(child));
  const exitCode = await once(child, 'close').then(
    ([code]) => code as number | null,
    (error: Error) => {
      chunks.push(Buffer.from(error.message));
      return 1;
    },
  );
  clearTimeout(timer);
  running.delete(child);
  const tally = tallyOf(readTally(tallyFile), exitCode);
  await rm(folder, { recursive: true, force: true });
  return {
    name: part.name,
    tally,
    seconds: (performance.now() - start) / 1000,
    // A progress bar's cursor movements would wipe out other lines.
    output: stripVTControlCharacters(Buffer.concat(chunks).toString()),
  };
}

/** A part without a tally is one test; one whose process failed has failed, whatever it tallied. */
function tallyOf(own: Tally | null, exitCode: number | null): Tally {
  if (exitCode === 0) return own ?? { passed: 1, failed: 0, skipped: 0 };
  const tally = own ?? { passed: 0, failed: 0, skipped: 0 };
  return { ...tally, failed: Math.max(tally.failed, 1) };
}

/** Stops every part that is running. */
export function stopAll(): void {
  running.forEach(stopTree);
}

function stopTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}
