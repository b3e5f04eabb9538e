import type { Answer, Outcome } from '@pro-kid/client';
import type { FieldError } from '@pro-kid/contract';
import { retryAfter } from './retry-after.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that the body is; undefined where it is none. */
export function objectOf({ body }: Answer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isOk = ({ status }: Answer) => status >= 200 && status < 300;

/** What a status says that is no success; fields are wrong where a list of errors says so. */
export function readFailure({ status, headers }: Answer, errors: unknown): Outcome {
  if (status === 429 || status === 503) {
    const seconds = retryAfter(headers.get('retry-after'));
    return { outcome: 'limited', ...(seconds !== undefined && { retryAfter: seconds }) };
  }
  if (status >= 500) return { outcome: 'unreachable', cause: 'server', status };
  if ((status === 400 || status === 422) && Array.isArray(errors) && errors.length > 0) {
    return { outcome: 'invalid', errors: errors.map(errorOf) };
  }
  return { outcome: 'refused', code: 'status', status };
}

export const unreadable = ({ status }: Answer): Outcome => ({
  outcome: 'refused',
  code: 'unreadable-answer',
  status,
});

/** Their words may quote a person's data, so that only the fact is taken over. */
const errorOf = (): FieldError => ({ pointer: '', code: 'other' });
