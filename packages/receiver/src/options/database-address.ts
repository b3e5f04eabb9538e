import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where submissions are kept; or `message`, the end of a sentence for whoever named it. */
export type DatabaseAddress =
  /** `shown` is for people to read, and holds no secret. */
  | { engine: 'sqlite'; file: string; shown: string }
  | { engine: 'postgres'; url: string; shown: string }
  | { message: string };

/** A scheme of at least two letters, since `C:` is a drive. */
const SCHEME = /^([a-z][a-z0-9+.-]+):/i;

/** Reads the address of a database: a path, `file:` and a path, `:memory:`, or `postgres://…`. */
export function parseDatabaseAddress(text: string): DatabaseAddress {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return sqlite(text);
  if (scheme === 'file') {
    const path = text.slice('file:'.length);
    if (!path.startsWith('//')) {
      return path === '' ? wrong(text) : sqlite(path);
    }
    try {
      return sqlite(fileURLToPath(text));
    } catch {
      return wrong(text);
    }
  }
  if ((scheme !== 'postgres' && scheme !== 'postgresql') || !URL.canParse(text)) return wrong(text);
  return { engine: 'postgres', url: text, shown: withoutSecrets(text) };
}

const sqlite = (file: string): DatabaseAddress => ({
  engine: 'sqlite',
  file,
  shown: file === ':memory:' ? file : resolve(file),
});

const wrong = (text: string): DatabaseAddress => ({
  message: `must be a file, or an address such as postgres://user@host/name, not "${withoutSecrets(text)}".`,
});

/** Without password and parameters, which may hold one, too. */
function withoutSecrets(text: string): string {
  if (!URL.canParse(text)) return text.replace(/:[^@/]*@/, '@');
  const url = new URL(text);
  url.password = '';
  url.search = '';
  return url.href;
}
