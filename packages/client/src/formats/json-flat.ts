import { mappedFields } from './flat-fields.ts';
import type { Format } from './format.ts';
import { json, jsonRequest } from './json.ts';

/** What `json` is where the endpoint maps fields: flat JSON, under the endpoint's own names. */
export const jsonFlat: Format = {
  ...json,
  takesAnonymous: false,
  request: (submission, endpoint) =>
    jsonRequest(submission, endpoint, Object.fromEntries(mappedFields(submission, endpoint))),
};
