import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseDatabaseAddress } from '../options/database-address.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

const MB = 1_000_000;
const TOO_LITTLE = 100 * MB;
const LITTLE = 1_000 * MB;

/** Whether a SQLite file has room, and is for its owner only. A server's disk cannot be seen from here. */
export async function* checkDisk(address: string): AsyncGenerator<Finding> {
  const parsed = parseDatabaseAddress(address);
  if (!('file' in parsed) || parsed.file === ':memory:') return;
  const { bavail, bsize } = await statfs(dirname(parsed.shown)).catch(() => noDisk);
  // Its absence is the database's finding.
  if (bsize === 0) return;
  yield judgeRoom(bavail * bsize);
  const mode = statSync(parsed.shown, { throwIfNoEntry: false })?.mode ?? 0;
  // Windows has no such rights.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    yield warning(
      'Others on this computer can read or change the database.',
      `Run: chmod 600 ${parsed.shown}`,
    );
  }
}

const noDisk = { bavail: 0, bsize: 0 };

/** @param bytes that are free. */
export function judgeRoom(bytes: number): Finding {
  const text = `The disk of the database has ${Math.floor(bytes / MB).toLocaleString('en-US')} MB free.`;
  const remedy = 'Make room, or move the database to a larger disk.';
  if (bytes < TOO_LITTLE) return problem(text, remedy);
  return bytes < LITTLE ? warning(text, remedy) : ok(text);
}
