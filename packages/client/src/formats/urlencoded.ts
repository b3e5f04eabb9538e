import type { FlatField } from './flat-fields.ts';
import type { FormatRequest } from './format.ts';

/** A POST as an HTML form makes it: it needs no preflight, and every service can read it. */
export const formPost = (url: string, fields: readonly FlatField[]): FormatRequest => ({
  url,
  init: {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  },
});

/** The same where no page may read the answer, so that it is not even asked for. */
export const blindFormPost = (url: string, fields: readonly FlatField[]): FormatRequest => ({
  url,
  init: {
    method: 'POST',
    mode: 'no-cors',
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  },
});
