import { createHash } from 'node:crypto';

/** JSON whose text is the same for the same content, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(withSortedKeys(value));

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const entry of sorted) entry[1] = withSortedKeys(entry[1]);
  // Own keys, whatever they are called: `__proto__` sets no prototype here.
  return Object.fromEntries(sorted);
}

/** SHA-256 of canonical JSON, in hexadecimal. */
export const fingerprintOf = (canonical: string): string =>
  createHash('sha256').update(canonical).digest('hex');

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const fingerprint = (value: unknown): string => fingerprintOf(canonicalJson(value));
