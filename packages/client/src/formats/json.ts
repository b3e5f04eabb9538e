import { readReceipt } from '../answers.ts';
import type { Outcome } from '../outcome.ts';
import { isObject, parseJson, readFailure, saysItFailed } from './answer-body.ts';
import { captcha } from './captcha.ts';
import type { Answer, Format } from './format.ts';
import { jsonBody } from './json-body.ts';
import { jsonPost } from './json-post.ts';

/** The default format: the Submission as JSON; a Receipt or a Problem (RFC 9457) comes back. */
export const json: Format = {
  keepsOnce: true,

  request: (submission, endpoint) => jsonPost(endpoint.url, jsonBody(submission, endpoint)),

  read(answer, submission, endpoint) {
    const body = parseJson(answer.body);
    if (answer.redirected) return { outcome: 'refused', code: 'redirected', status: answer.status };
    if (answer.status >= 200 && answer.status < 300)
      return readSuccess(answer, body, submission.id);
    if (answer.status === 403 && /captcha/i.test(answer.body)) return captcha(403, endpoint);
    return readFailure(answer);
  },
};

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
