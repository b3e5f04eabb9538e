import { jsonText } from '../json-text.ts';
import type { Format } from './format.ts';
import { jsonBody } from './json-body.ts';
import { json } from './json.ts';

/**
 * Your own endpoint, without a preflight: the Submission as JSON in `text/plain`, for servers that do
 * not answer OPTIONS. Reaches `confirmed`, as `json` does.
 */
export const jsonSimple: Format = {
  keepsOnce: true,
  request: (submission, endpoint) => ({
    url: endpoint.url,
    init: {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', accept: 'application/json' },
      body: jsonText(jsonBody(submission, endpoint)),
    },
  }),
  read: json.read,
};
