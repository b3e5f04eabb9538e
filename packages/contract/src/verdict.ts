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
 * Checks `value` and names each wrong field once, by its first error. A key that a strict schema does
 * not know has the code `unknown`, at the key itself.
 *
 * @param at JSON Pointer of `value` in the whole, put before each error's own (RFC 6901).
 */
export function check<T>(schema: Schema<T>, value: unknown, at = ''): Verdict<T> {
  const result = schema.safeParse(value);
  if (result.success) return { valid: true, value: result.data };

  const errors = new Map<string, FieldError>();
  for (const { path, code } of result.error.issues.flatMap((issue) => faultsOf(issue))) {
    const pointer = [at, ...path.map(escapeToken)].join('/');
    if (!errors.has(pointer)) errors.set(pointer, { pointer, code });
  }
  return { valid: false, errors: [...errors.values()] };
}

interface Fault {
  path: PropertyKey[];
  code: string;
}

function faultsOf(issue: $ZodIssue, at: PropertyKey[] = []): Fault[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown' }));
  }
  if (issue.code === 'invalid_union') {
    // Of several shapes, what was meant is the one whose type is right.
    const meant = issue.errors.find((issues) => !issues.some(isOfAnotherType));
    if (meant) return meant.flatMap((each) => faultsOf(each, path));
  }
  return [{ path, code: issue.message }];
}

const isOfAnotherType = ({ code, path }: $ZodIssue) => code === 'invalid_type' && path.length === 0;
