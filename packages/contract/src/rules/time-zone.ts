import type { Rule } from './rule.ts';

/** A time zone by its IANA name: `America/Los_Angeles`. */
export const timeZone: Rule<'required' | 'time-zone'> = {
  normalize: (value) => value.trim(),
  findFault(value) {
    if (value === '') return 'required';
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      return /^[A-Z]\w*(\/|$)/i.test(value) ? undefined : 'time-zone';
    } catch {
      return 'time-zone';
    }
  },
};
