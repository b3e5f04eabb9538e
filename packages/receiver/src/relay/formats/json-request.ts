import type { FormatRequest } from '@pro-kid/client';

/** A request with JSON, of which JSON is expected back. */
export const jsonRequest = (
  method: 'POST' | 'PATCH',
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): FormatRequest => ({
  url,
  init: {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  },
});
