import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export interface SecretsOptions {
  environment: Readonly<Record<string, string | undefined>>;
  /** The file that names the secrets: others are beside it. */
  file: string;
  /** Whether anything is to be sent with them (default: yes). */
  needsSecrets?: boolean;
}

/** What a file may say instead of a secret. */
export const SECRET_SHAPE = '{ "env": "NAME" } or { "file": "path" }, and never the secret itself';

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads the secret that a value names. `message` holds neither the secret nor what stands in its place. */
export async function readSecret(
  value: unknown,
  { environment, file }: SecretsOptions,
): Promise<{ secret: string } | { message: string }> {
  const [name, text] = onlyEntry(value);
  if (name === 'env' && VARIABLE.test(text)) {
    const secret = environment[text]?.trim();
    return secret ? { secret } : { message: `the environment has no ${text}, or it is empty` };
  }
  if (name !== 'file' || text === '') return { message: `expected ${SECRET_SHAPE}` };
  try {
    const secret = (await readFile(resolve(dirname(file), text), 'utf8')).trim();
    return secret ? { secret } : { message: `the file ${text} is empty` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { message: `the file ${text} cannot be read (${code})` };
  }
}

function onlyEntry(value: unknown): [name: string, text: string] {
  if (typeof value !== 'object' || value === null) return ['', ''];
  const entries = Object.entries(value);
  const [name, text] = entries[0] ?? [];
  return entries.length === 1 && typeof text === 'string' ? [name!, text] : ['', ''];
}
