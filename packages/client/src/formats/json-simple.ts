import { jsonText } from '../json-text.ts';
import { constants } from './constants.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';

/**
 * Your own endpoint, without a preflight: the Submission as JSON in `text/plain`, for servers that do
 * not answer OPTIONS. Reaches `confirmed`, as `json` does.
 */
export const jsonSimple: Format = {
  keepsOnce: true,
  takesAnonymous: true,
  request: (submission, { url, extra }) => ({
    url,
    init: {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', accept: 'application/json' },
      body: jsonText({ ...Object.fromEntries(constants(extra)), ...submission }),
    },
  }),
  read: json.read,
};
