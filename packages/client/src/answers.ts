import type { Counts, FieldError, Problem, Receipt } from '@pro-kid/contract';

/**
 * Reads what an endpoint answers, by hand: the contract's own schemas for it would put 1.9 kB on
 * every page. A test holds both to the same verdicts.
 */
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** A receipt; undefined where the body is none. Counts that make no sense are left out. */
export function readReceipt(body: unknown): Receipt | undefined {
  if (!isObject(body) || typeof body['id'] !== 'string') return undefined;
  const { id, status } = body;
  if (status !== 'confirmed' && status !== 'pending') return undefined;
  const counts = readCounts(body['counts']);
  return { id, status, ...(counts && { counts }) };
}

function readCounts(body: unknown): Counts | undefined {
  if (!isObject(body)) return undefined;
  const { individuals, organizations, asOf } = body;
  const isWhole = isCount(individuals) && isCount(organizations);
  return isWhole && typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf))
    ? { individuals, organizations, asOf }
    : undefined;
}

/** A problem; members of the wrong type are ignored, as RFC 9457 section 3.1 asks. */
export function readProblem(
  body: unknown,
): Pick<Problem, 'type' | 'errors' | 'retryAfter' | 'retryable'> {
  const { type, errors, retryAfter, retryable } = isObject(body) ? body : ({} as Json);
  return {
    type: text(type) ?? 'about:blank',
    errors: Array.isArray(errors) ? errors.flatMap(readFieldError) : undefined,
    retryAfter: number(retryAfter),
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
  };
}

function readFieldError(error: unknown): FieldError[] {
  if (!isObject(error) || typeof error['pointer'] !== 'string') return [];
  const { pointer, code, detail } = error;
  return [{ pointer, code: text(code), detail: text(detail) }];
}
