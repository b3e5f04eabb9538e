import type { Rule } from './rule.ts';

/**
 * The text in which a rule looks for faults. One with half a surrogate pair stays as it is, with its
 * fault: Firefox's `normalize()` would put U+FFFD there.
 */
export const normalized = <Code extends string>(
  { normalize }: Rule<Code>,
  value: string,
): string => (/\p{Cs}/u.test(value) ? value : normalize(value));
