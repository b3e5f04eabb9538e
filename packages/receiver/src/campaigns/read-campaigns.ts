import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { campaign, check, type Campaign } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';

/** More would hide the first, which are often the cause of the others. */
const MOST_LINES = 50;

/** Campaigns from their files; or `message`, in words for whoever named or wrote the files. */
export type ReadCampaigns = { campaigns: Campaign[] } | { message: string };

/**
 * Reads the files of campaigns.
 *
 * @param paths JSON files, or folders of which each `.json` file is one.
 */
export async function readCampaigns(paths: readonly string[]): Promise<ReadCampaigns> {
  const read = new Map<string, { campaign: Campaign; file: string }>();
  for (const path of paths) {
    const files = await filesAt(path);
    if ('message' in files) return files;
    for (const file of files.files) {
      const one = await readCampaign(file);
      if ('message' in one) return one;
      const { id } = one.campaign;
      const other = read.get(id);
      if (other) {
        return { message: `${other.file} and ${file} both have the id "${id}". Take one away.` };
      }
      read.set(id, { ...one, file });
    }
  }
  return { campaigns: [...read.values()].map((one) => one.campaign) };
}

async function filesAt(path: string): Promise<{ files: string[] } | { message: string }> {
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path] };
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).toSorted();
    if (names.length === 0) return { message: `${path} holds no file whose name ends with .json.` };
    return { files: names.map((name) => join(path, name)) };
  } catch (error) {
    return cannotRead(path, error as NodeJS.ErrnoException);
  }
}

async function readCampaign(file: string): Promise<{ campaign: Campaign } | { message: string }> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    return cannotRead(file, error as NodeJS.ErrnoException);
  }
  const { errors } = checkFile(text, { kind: 'campaign' });
  if (errors.length > 0) {
    const lines = errors.map(
      ({ line, column, pointer, found, expected, remedy }) =>
        `${file}:${line}:${column} ${pointer || '(the file)'}: found ${found}, expected ${expected}. ${remedy}`,
    );
    const more = lines.length - MOST_LINES;
    const rest = more > 0 ? [`… and ${more} more in ${file}.`] : [];
    return { message: [...lines.slice(0, MOST_LINES), ...rest].map(printable).join('\n') };
  }
  const verdict = check(campaign, JSON.parse(text));
  if (!verdict.valid) throw new Error(`checkFile() takes ${file}, and check() does not.`);
  return { campaign: verdict.value };
}

function cannotRead(path: string, { code, message }: NodeJS.ErrnoException): { message: string } {
  if (code === 'ENOENT') return { message: `${path} does not exist.` };
  if (code === 'EACCES' || code === 'EPERM') {
    return { message: `${path} may not be read by this user.` };
  }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { message: `${path} is not in UTF-8.` };
  return { message: `${path} cannot be read: ${message}.` };
}

/** What a file holds must not steer the terminal, nor turn its text around. */
const printable = (line: string) => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
