import { hash } from 'node:crypto';

/** JSON whose text is the same for the same content, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(withSortedKeys(value));

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const part = withSortedKeys((value as Record<string, unknown>)[key]);
    // An own key, too, where assigning would set the prototype.
    if (key === '__proto__') Object.defineProperty(sorted, key, { value: part, enumerable: true });
    else sorted[key] = part;
  }
  return sorted;
}

/** SHA-256 of canonical JSON, in hexadecimal. */
export const fingerprintOf = (canonical: string): string => hash('sha256', canonical);

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const fingerprint = (value: unknown): string => fingerprintOf(canonicalJson(value));
