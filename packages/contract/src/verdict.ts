import type { $ZodIssue } from 'zod/v4/core';
import type { FieldError } from './problem.ts';

/** What a schema says of a value: the normalised value, or every error by JSON Pointer. */
export type Verdict<T> = { valid: true; value: T } | { valid: false; errors: FieldError[] };

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: $ZodIssue[] } };
}

const escapeToken = (token: PropertyKey) => String(token).replace(/~/g, '~0').replace(/\//g, '~1');

/**
 * Checks `value` and names each wrong field once, by its first error.
 *
 * @param at JSON Pointer of `value` in the whole, put before each error's own (RFC 6901).
 */
export function check<T>(schema: Schema<T>, value: unknown, at = ''): Verdict<T> {
  const result = schema.safeParse(value);
  if (result.success) return { valid: true, value: result.data };

  const errors = new Map<string, FieldError>();
  for (const { path, message } of result.error.issues) {
    const pointer = [at, ...path.map(escapeToken)].join('/');
    if (!errors.has(pointer)) errors.set(pointer, { pointer, code: message });
  }
  return { valid: false, errors: [...errors.values()] };
}
