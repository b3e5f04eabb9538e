import { fill } from '../messages/messages.ts';
import { pluralize, type Plural } from '../messages/pluralize.ts';
import type { ProgressMessages } from './messages/en.ts';

/** How far it has come. */
export interface Progress {
  total: number;
  /** With those who signed on paper. */
  individuals: number;
  organizations: number;
  offline: number;
  /** 0 for none. */
  goal: number;
  /** The last goal that was set, once it is reached; else 0. */
  reached: number;
  /** Milliseconds since 1970 where the figures are from another time than now. */
  asOf: number | undefined;
  /** Whether the figures were on their way for a while, in room that was left for them. */
  isLate: boolean;
  /** Whether they have joined; else they have signed. */
  isOfMembers: boolean;
}

interface Writing {
  texts: ProgressMessages;
  locale: string;
}

/** "1,204 of 2,000 signed": what stands before the count, the count, and what stands after it. */
export function countWords(
  { total, goal, isOfMembers }: Progress,
  { texts, locale }: Writing,
): readonly [before: string, count: string, after: string] {
  const plural: Plural = texts[`${isOfMembers ? 'joined' : 'signed'}${goal ? 'Of' : ''}`];
  const text = plural[new Intl.PluralRules(locale).select(total)] ?? plural.other;
  const [before = '', after = ''] = fill(text, { goal: write(locale, goal) }).split('{count}');
  return [before, write(locale, total), after];
}

/** "1,131 people and 73 organizations · including 120 on paper · as of 10:42 AM" */
export function detailWords(progress: Progress, { texts, locale }: Writing): string {
  const { individuals, organizations, offline, asOf } = progress;
  const kinds = {
    people: pluralize(locale, texts.people, individuals),
    organizations: pluralize(locale, texts.organizations, organizations),
  };
  return [
    // Where there are no organizations, the count itself has said it.
    organizations > 0 ? fill(texts.kinds, kinds) : '',
    offline > 0 ? fill(texts.offline, { count: write(locale, offline) }) : '',
    asOf === undefined ? '' : fill(texts.asOf, { time: writeTime(locale, asOf) }),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

export const write = (locale: string, number: number): string =>
  new Intl.NumberFormat(locale).format(number);

function writeTime(locale: string, time: number): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const dateStyle = isToday ? undefined : 'medium';
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', dateStyle }).format(time);
}
