import { findWrongLength, type Rule } from './rule.ts';

export const JSON_POINTER = /^(\/([^~/]|~[01])*)+$/;

/** A place in JSON (RFC 6901): `/data/total`. */
export const jsonPointer = (maximum: number): Rule<'required' | 'too-long' | 'pointer'> => ({
  normalize: (value) => value.trim(),
  findFault: (value) =>
    (findWrongLength(value, maximum) as 'required' | 'too-long' | undefined) ??
    (JSON_POINTER.test(value) ? undefined : 'pointer'),
});
