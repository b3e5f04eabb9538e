import type { Rule } from './rule.ts';

export const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const DAY_OR_YEAR = /^\d{4}(-\d{2}-\d{2})?$/;

/** Whether a month has that day; `Date` turns 30 February into 2 March. */
function isInCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const dateRule = (pattern: RegExp): Rule<'required' | 'date'> => ({
  normalize: (value) => value.trim(),
  findFault(value) {
    if (value === '') return 'required';
    const isDate = pattern.test(value) && (value.length === 4 || isInCalendar(value));
    return isDate ? undefined : 'date';
  },
});

/** An ISO 8601 date: `YYYY-MM-DD`. */
export const calendarDate = dateRule(DAY);

/** A date, or a year alone: `YYYY-MM-DD` or `YYYY`. */
export const calendarDateOrYear = dateRule(DAY_OR_YEAR);
