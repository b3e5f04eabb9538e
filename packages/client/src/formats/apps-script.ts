import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { namedOnly } from './named-only.ts';
import { json } from './json.ts';
import { jsonSimple } from './json-simple.ts';

/**
 * A Google Apps Script web app (`https://script.google.com/macros/s/{id}/exec`): JSON in
 * `text/plain`. Reaches `confirmed` where the script answers with a receipt. A script cannot set a
 * status, so its errors come with 200 in the body, as a Problem; and every answer comes by way of a
 * redirect.
 */
export const appsScript = namedOnly({
  // Only if its author looks for the id; nobody can know.
  keepsOnce: false,
  request: jsonSimple.request,
  read(answer, submission, endpoint) {
    const body = parseJson(answer.body);
    if (isOk(answer) && isObject(body)) {
      const { status, errors } = body;
      if (typeof status === 'number' && status >= 400) return readFailure({ ...answer, status });
      if (Array.isArray(errors)) return readFailure({ ...answer, status: 422 });
    }
    return json.read({ ...answer, redirected: false }, submission, endpoint);
  },
});
