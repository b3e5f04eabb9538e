import { readFile } from 'node:fs/promises';
import { checkTarget } from './check-target.ts';
import type { SecretsOptions } from './read-secret.ts';
import type { Target } from './target.ts';

/** Targets from a file; or `message`, in words for whoever wrote it, without any secret. */
export type ReadTargets = { targets: Target[] } | { message: string };

/**
 * Reads where submissions are passed on to: `{ "targets": [ … ] }`.
 *
 * @param environment holds the secrets that the file names.
 * @param options with `needsSecrets: false`, which targets there are is read alone, and not how to reach them.
 */
export async function readTargets(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
  { needsSecrets = true }: Pick<SecretsOptions, 'needsSecrets'> = {},
): Promise<ReadTargets> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return { message: `${file} cannot be read: ${whyNotRead(error as NodeJS.ErrnoException)}.` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Not its words, which quote the file.
    const [place] = /line \d+ column \d+/.exec((error as Error).message) ?? [];
    return { message: `${file} is not JSON${place ? `, at ${place}` : ''}.` };
  }
  const list = listIn(value);
  if (list === undefined) {
    return { message: `${file} must be { "targets": [ … ] }, with one target or more.` };
  }
  const complaints: string[] = [];
  const targets: Target[] = [];
  for (const [index, each] of list.entries()) {
    const complain = (pointer: string, message: string) =>
      complaints.push(printable(`${file} /targets/${index}${pointer}: ${message}.`));
    const target = await checkTarget(each, { environment, file, needsSecrets }, complain);
    if (target === undefined) continue;
    if (targets.some(({ name }) => name === target.name)) {
      complain('/name', `there is a target "${target.name}" already`);
    }
    targets.push(target);
  }
  return complaints.length > 0 ? { message: complaints.join('\n') } : { targets };
}

function listIn(value: unknown): unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { targets, ...others } = value as Record<string, unknown>;
  if (!Array.isArray(targets) || targets.length === 0) return undefined;
  return Object.keys(others).length === 0 ? targets : undefined;
}

function whyNotRead({ code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it';
  return code ?? 'unknown';
}

/** What a file holds must not steer the terminal, nor turn its text around. */
const printable = (line: string) => line.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
