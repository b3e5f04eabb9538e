import { namedOnly } from './named-only.ts';
import { formPost } from './urlencoded.ts';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { mappedFields } from './flat-fields.ts';

/**
 * A Zapier webhook (`https://hooks.zapier.com/hooks/catch/…`). Reaches `accepted`: the hook took it,
 * and what the zap makes of it nobody tells.
 */
export const zapier = namedOnly({
  // Each post starts the zap anew.
  keepsOnce: false,
  request: (submission, endpoint) => formPost(endpoint.url, mappedFields(submission, endpoint)),
  read(answer) {
    if (!isOk(answer)) return readFailure(answer);
    const body = parseJson(answer.body);
    return isObject(body) && body['status'] === 'success'
      ? { outcome: 'accepted' }
      : { outcome: 'refused', code: 'unreadable-answer', status: answer.status };
  },
});
