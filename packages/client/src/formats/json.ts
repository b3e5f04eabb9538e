import type { Submission } from '@pro-kid/contract';
import { readReceipt } from '../answers.ts';
import type { Endpoint } from '../endpoint.ts';
import { jsonText } from '../json-text.ts';
import type { Outcome } from '../outcome.ts';
import { isObject, parseJson, readFailure, saysItFailed } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { constants } from './constants.ts';
import type { Answer, Format, FormatRequest } from './format.ts';

/** The default format: the Submission as JSON; a Receipt or a Problem (RFC 9457) comes back. */
export const json: Format = {
  keepsOnce: true,
  takesAnonymous: true,

  request: (submission, endpoint) =>
    jsonRequest(submission, endpoint, {
      ...Object.fromEntries(constants(endpoint.extra)),
      ...submission,
    }),

  read(answer, submission, endpoint) {
    const body = parseJson(answer.body);
    if (answer.redirected) return { outcome: 'refused', code: 'redirected', status: answer.status };
    if (answer.status >= 200 && answer.status < 300)
      return readSuccess(answer, body, submission.id);
    if (answer.status === 403 && /captcha/i.test(answer.body)) return captcha(403, endpoint);
    return readFailure(answer);
  },
};

/** A POST of `body` with the headers of the endpoint, if they may be set. */
export function jsonRequest(
  submission: Pick<Submission, 'id'>,
  endpoint: Endpoint,
  body: unknown,
): FormatRequest | Outcome {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
  };
  for (const [name, value] of Object.entries(endpoint.headers ?? {})) {
    if (!MAY_BE_ADDED.test(name)) {
      const reason = `the header "${name}" may not be set: only those that start with x- and name no secret`;
      return { outcome: 'refused', code: 'configuration', reason };
    }
    headers[name] = value;
  }
  // A structured field string, hence the quotes (draft-ietf-httpapi-idempotency-key-header).
  if (endpoint.idempotencyKey) headers['idempotency-key'] = `"${submission.id}"`;

  return { url: endpoint.url, init: { method: 'POST', headers, body: jsonText(body) } };
}

/** A secret in a page is none, so what names one is a mistake. */
const MAY_BE_ADDED = /^x-(?!.*(?:key|token|secret|auth|password))[a-z\d-]+$/i;

/** Thanks are due for a receipt with our own id; an object that says nothing is only accepted. */
function readSuccess({ status, body: text }: Answer, body: unknown, id: string): Outcome {
  if (text.trim() === '') return { outcome: 'accepted' };
  if (!isObject(body)) {
    return { outcome: 'refused', code: 'unreadable-answer', status };
  }
  const receipt = readReceipt(body);
  if (receipt?.id === id) return { outcome: 'confirmed', receipt };
  if (receipt || saysItFailed(body)) return { outcome: 'refused', code: 'rejected', status };
  return { outcome: 'accepted' };
}
