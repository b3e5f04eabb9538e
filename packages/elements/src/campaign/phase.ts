import type { Campaign } from '@pro-kid/contract';
import type { AgeQuestion } from './age-question.ts';

/** What a visitor meets in place of, or before, the form itself. */
export type Phase = 'not-yet-open' | 'closed' | 'signed' | 'age' | 'younger' | 'form';

export function phaseOf(
  { opens, closes }: Campaign,
  age: AgeQuestion | undefined,
  hasSigned: boolean,
  now: number,
): Phase {
  if (closes && now >= Date.parse(closes)) return 'closed';
  if (opens && now < Date.parse(opens)) return 'not-yet-open';
  if (hasSigned) return 'signed';
  if (age?.answer === 'younger') return 'younger';
  return age?.answer === 'open' ? 'age' : 'form';
}

/** A moment as the language writes it, with the name of its time zone: "… at 11:59 PM Pacific Standard Time". */
export const momentText = (
  moment: string,
  locale: string,
  timeZone: string = 'America/Los_Angeles',
): string =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'long',
  }).format(new Date(moment));
