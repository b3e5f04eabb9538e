import { findWrongLength, type Rule } from './rule.ts';

export const IDENTIFIER = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name in kebab-case, as addresses and attributes use it: `permanent-connections`. */
export const identifier = (maximum: number): Rule<'required' | 'too-long' | 'id'> => ({
  normalize: (value) => value,
  findFault: (value) =>
    (findWrongLength(value, maximum) as 'required' | 'too-long' | undefined) ??
    (IDENTIFIER.test(value) ? undefined : 'id'),
});
