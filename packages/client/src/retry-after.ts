/**
 * Seconds to wait by a `Retry-After` header, which holds seconds or an HTTP date
 * (RFC 9110, 10.2.3). Undefined where there is none, or none that can be read.
 */
export function retryAfterSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const value = header.trim();
  if (/^\d+$/.test(value)) return Number(value);
  const milliseconds = Date.parse(value) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / 1000));
}
