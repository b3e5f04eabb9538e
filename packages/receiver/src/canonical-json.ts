import { createHash } from 'node:crypto';

const withSortedKeys = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON whose text is the same for the same content, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, withSortedKeys);

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
