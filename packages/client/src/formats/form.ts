import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import { isObject, isOk, parseJson, readFailure, saysItFailed } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { mappedFields } from './flat-fields.ts';
import type { Answer } from './format.ts';
import { namedOnly } from './named-only.ts';
import { pointerOf } from './member-pointer.ts';
import { formPost } from './urlencoded.ts';

/**
 * The family of form services that take `POST /f/{id}` (Basin, Getform and alike). Reaches
 * `confirmed` where the answer says that it worked, else `accepted`. `hosted-page` in `extra` is where
 * visitors are sent when it wants a captcha.
 */
export const form = namedOnly({
  // They keep each post as a new entry.
  keepsOnce: false,
  request: (submission, endpoint) => formPost(endpoint.url, mappedFields(submission, endpoint)),
  read: readFormAnswer,
});

/** What such a service's answer says; whatever the status is, an `error` in the body is one. */
export function readFormAnswer(
  answer: Answer,
  submission: NamedSubmission,
  endpoint: Endpoint,
): Outcome {
  const { status } = answer;
  const body = parseJson(answer.body);
  if (isObject(body)) {
    const errors = fieldErrors(body, endpoint);
    if (errors.length > 0 && status < 500) return { outcome: 'invalid', errors };
    if (/captcha/i.test(JSON.stringify(body)) && (!isOk(answer) || saysItFailed(body))) {
      return captcha(status, endpoint);
    }
  }
  if (!isOk(answer)) return readFailure(answer);
  if (answer.redirected) return { outcome: 'refused', code: 'redirected', status };
  if (answer.body.trim() === '') return { outcome: 'accepted' };
  if (!isObject(body)) return { outcome: 'refused', code: 'unreadable-answer', status };
  if (saysItFailed(body)) return { outcome: 'refused', code: 'rejected', status };
  const saysItWorked = body['ok'] === true || body['success'] === true;
  return saysItWorked
    ? { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } }
    : { outcome: 'accepted' };
}

/** `errors[]` that name a field, as `field`, `name` or `path`. */
function fieldErrors({ errors }: Record<string, unknown>, endpoint: Endpoint) {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isObject).flatMap((error) => {
    const name = error['field'] ?? error['name'] ?? error['path'];
    if (typeof name !== 'string') return [];
    const { code, message } = error;
    return [
      {
        pointer: pointerOf(name, endpoint),
        code: typeof code === 'string' ? code : undefined,
        detail: typeof message === 'string' ? message : undefined,
      },
    ];
  });
}
