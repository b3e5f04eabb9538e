import type { Rule } from './rule.ts';

export const COLOR = /^#[0-9a-fA-F]{6}$/;

/** A color as in HTML: `#b9430b`. */
export const color: Rule<'required' | 'color'> = {
  normalize: (value) => value.trim().toLowerCase(),
  findFault(value) {
    if (value === '') return 'required';
    return COLOR.test(value) ? undefined : 'color';
  },
};
