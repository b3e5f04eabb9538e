/** Writes one line for the operator. */
export type Log = (line: string) => void;

/**
 * Names an error by class, code and SQLite's own fixed words, never by its message or stack, which
 * may quote a person's data.
 */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, errstr } = error as { code?: unknown; errstr?: unknown };
  return [error.name, code, errstr].filter((part) => typeof part === 'string').join(' ');
}
