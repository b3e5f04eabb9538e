import { jsonText } from '../json-text.ts';
import type { FormatRequest } from './format.ts';

/** A POST of JSON, with a preflight. */
export const jsonPost = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FormatRequest => ({
  url,
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: jsonText(body),
  },
});
