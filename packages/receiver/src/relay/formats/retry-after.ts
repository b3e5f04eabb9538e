/** Seconds to wait by a `Retry-After` header: seconds, or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const milliseconds = Date.parse(text) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.ceil(milliseconds / 1_000));
}
