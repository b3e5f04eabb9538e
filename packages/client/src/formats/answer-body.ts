import { readProblem } from '../answers.ts';
import type { Outcome } from '../outcome.ts';
import { retryAfterSeconds } from '../retry-after.ts';
import type { Answer } from './format.ts';

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isOk = ({ status }: Answer) => status >= 200 && status < 300;

/** Many services answer 200 and put the failure in the body. */
export function saysItFailed({ error, errors, ok, success }: Record<string, unknown>): boolean {
  return Boolean(error) || Boolean(errors) || ok === false || success === false;
}

/** What an error status says, with the body of a Problem (RFC 9457) or of anything. */
export function readFailure({ status, headers, body }: Answer): Outcome {
  const said = readProblem(parseJson(body));

  if (status === 429 || status === 503 || said.retryable) {
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
