import { jsonBody } from './json-body.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import { mappedFields } from './flat-fields.ts';
import type { Format, FormatRequest } from './format.ts';
import { json } from './json.ts';
import { jsonPost } from './json-post.ts';
import { namedOnly } from './named-only.ts';

/** What `json` is where the endpoint sets headers. */
const jsonWithHeaders: Format = {
  ...json,
  request: (submission, endpoint) => post(submission.id, endpoint, jsonBody(submission, endpoint)),
};

/** What `json` is where the endpoint maps fields: flat JSON, under the endpoint's own names. */
const jsonFlat = namedOnly({
  ...json,
  request: (submission, endpoint) =>
    post(submission.id, endpoint, Object.fromEntries(mappedFields(submission, endpoint))),
});

/** What `json` is for an endpoint of its own ways. */
export const jsonCustom = ({ fields }: Pick<Endpoint, 'fields'>): Format =>
  fields ? jsonFlat : jsonWithHeaders;

/** A POST of `body` with the headers of the endpoint, if they may be set. */
function post(id: string, endpoint: Endpoint, body: unknown): FormatRequest | Outcome {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
    if (!MAY_BE_ADDED.test(name)) {
      const reason = `the header "${name}" may not be set: only those that start with x- and name no secret`;
      return { outcome: 'refused', code: 'configuration', reason };
    }
    headers[name] = value;
  }
  // A structured field string, hence the quotes (draft-ietf-httpapi-idempotency-key-header).
  if (endpoint.idempotencyKey) headers['idempotency-key'] = `"${id}"`;
  return jsonPost(endpoint.url, body, headers);
}

/** A secret in a page is none, so what names one is a mistake. */
const MAY_BE_ADDED = /^x-(?!.*(?:key|token|secret|auth|password))[a-z\d-]+$/i;
