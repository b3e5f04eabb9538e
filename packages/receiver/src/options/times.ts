import { Complaint, type Flags } from './flags.ts';

/** A day, or a moment with the zone that it is in: without one, nobody knows which moment it is. */
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/;
const DAYS = /^([1-9]\d{0,4})d$/;

export const DAY_MS = 86_400_000;

/** A moment as the database has them: RFC 3339 in UTC with milliseconds. */
export function readTime(flags: Flags, name: string): string | undefined {
  const text = flags.text(name);
  if (text === undefined) return undefined;
  const time = new Date(TIME.test(text) ? text : NaN);
  const isDay = !Number.isNaN(time.valueOf()) && time.valueOf() >= 0;
  // A 31st of February would become a 3rd of March.
  const rightDay = isDay && new Date(text.slice(0, 10)).toISOString().startsWith(text.slice(0, 10));
  if (!rightDay) {
    throw new Complaint(
      `--${name} takes a day or a time with its zone, such as 2026-11-24 or 2026-11-24T18:00:00-08:00, not "${text}".`,
    );
  }
  return time.toISOString();
}

/** How many days something is kept, as in `30d`; `forever` is Infinity. */
export function readDays(flags: Flags, name: string, fallback: number): number {
  const text = flags.text(name);
  if (text === undefined) return fallback;
  if (text === 'forever') return Infinity;
  const days = DAYS.exec(text)?.[1];
  if (days === undefined) {
    throw new Complaint(
      `--${name} takes a number of days, such as 30d, or forever, not "${text}".`,
    );
  }
  return Number(days);
}
