import type { Rule } from './rule.ts';

export const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with its distance from UTC (RFC 3339): `2026-12-31T23:59:00-08:00`. Seconds may be left out. */
export const moment: Rule<'required' | 'moment'> = {
  normalize: (value) => value.trim(),
  findFault(value) {
    if (value === '') return 'required';
    const time = Date.parse(value);
    if (!MOMENT.test(value) || Number.isNaN(time)) return 'moment';
    // `Date` turns 30 February into 2 March.
    const day = value.slice(0, 10);
    return new Date(`${day}T00:00Z`).toISOString().startsWith(day) ? undefined : 'moment';
  },
};
