import { isObject, isOk, parseJson } from './answer-body.ts';
import { mappedFields } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { json } from './json.ts';
import { formPost } from './urlencoded.ts';

/** Longer texts, and pages, come from something that stands in between. */
const SHORT_TEXT = /^[^<]{1,200}$/;

/**
 * A webhook of Make or n8n. Reaches `confirmed` where the scenario answers with a receipt, else
 * `accepted`: by themselves they answer "Accepted" or "Workflow got started".
 */
export const webhook = namedOnly({
  // Each post starts the scenario anew.
  keepsOnce: false,
  request: (submission, endpoint) => formPost(endpoint.url, mappedFields(submission, endpoint)),
  read(answer, submission, endpoint) {
    const isText = !isObject(parseJson(answer.body)) && SHORT_TEXT.test(answer.body.trim());
    if (isOk(answer) && !answer.redirected && isText) return { outcome: 'accepted' };
    return json.read(answer, submission, endpoint);
  },
});
