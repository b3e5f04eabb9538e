import type { Outcome } from '../outcome.ts';
import { readProblem, readReceipt } from '../answers.ts';
import { retryAfterSeconds } from '../retry-after.ts';
import type { Answer, Format } from './format.ts';

/** The default format: the Submission as JSON; a Receipt or a Problem (RFC 9457) comes back. */
export const json: Format = {
  request(submission, { url }) {
    return {
      url,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(submission),
      },
    };
  },

  read(answer, submission) {
    const body = parse(answer.body);
    if (answer.redirected) return { outcome: 'refused', code: 'redirected', status: answer.status };
    if (answer.status >= 200 && answer.status < 300)
      return readSuccess(answer, body, submission.id);
    return readFailure(answer, body);
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Thanks are due for a receipt with our own id; an object that says nothing is only accepted. */
function readSuccess({ status, body: text }: Answer, body: unknown, id: string): Outcome {
  if (text.trim() === '') return { outcome: 'accepted' };
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { outcome: 'refused', code: 'unreadable-answer', status };
  }
  const receipt = readReceipt(body);
  if (receipt?.id === id) return { outcome: 'confirmed', receipt };
  if (receipt || saysItFailed(body)) return { outcome: 'refused', code: 'rejected', status };
  return { outcome: 'accepted' };
}

/** Many services answer 200 and put the failure in the body. */
function saysItFailed(body: object): boolean {
  const { error, errors, ok, success } = body as Record<string, unknown>;
  return Boolean(error) || Boolean(errors) || ok === false || success === false;
}

function readFailure({ status, headers }: Answer, body: unknown): Outcome {
  const said = readProblem(body);

  if (status === 429 || status === 503) {
    const seconds = retryAfterSeconds(headers.get('retry-after')) ?? said.retryAfter;
    return { outcome: 'limited', ...(seconds !== undefined && { retryAfter: seconds }) };
  }
  if (status >= 500) return { outcome: 'unreachable', cause: 'server', status };
  if (status === 409 && said.type.endsWith('duplicate')) return { outcome: 'duplicate' };
  if ((status === 400 || status === 422) && said.errors?.length) {
    return { outcome: 'invalid', errors: said.errors };
  }
  return { outcome: 'refused', code: 'status', status };
}
