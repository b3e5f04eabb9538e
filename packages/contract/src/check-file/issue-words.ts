import { issueLimits as limits } from '../issue-limits.ts';
import { DAY, DAY_OR_YEAR } from '../rules/calendar-date.ts';
import type { FileWords, KeyWords } from './key-words.ts';
import { commonWords, flag, grouped, line, list, name, secureLink, whole } from './word-shapes.ts';

const SENTENCE = /^(?!.*\{figure\}.*\{figure\})(?=.*\{figure\})\P{Cc}*$/u;
const amount = (description: string): KeyWords => ({
  description,
  expected: `a number from 0 to ${grouped(limits.value)}, without quotation marks or commas`,
});

const share = (description: string) => whole(description, 1, limits.whole);

/** What each key of an issue is for. */
export const issueWords: FileWords = {
  '': {
    description: 'An issue: what a fact card shows.',
    expected: 'an issue, as one object in braces',
  },
  ...commonWords(limits.url),
  '/id': name(
    'A short name for the issue, the same over all changes.',
    limits.id,
    'permanent-connections',
  ),
  '/example': flag('true for sample text; the card then says that it is an example.'),
  '/title': line('What the issue is called, in a few words.', limits.title, 'a title'),
  '/summary': line('The issue in two or three sentences.', limits.paragraph),
  '/topics': list('What the issue is about, to find it by.', 0, limits.topics, 'topics'),
  '/topics/*': line('One topic, in a word or two.', limits.topic, 'a topic'),
  '/facts': list('The figures. The first one is the headline.', 1, limits.facts, 'facts'),
  '/facts/*': {
    description: 'A figure and the sentence that it stands in.',
    expected: 'a fact: an object with kind, its figures, unit, text and source',
  },
  '/facts/*/kind': {
    description:
      'How the figure is drawn: "ratio" for part of a whole, "number" for an amount, "range" for low to high.',
    expected: '"ratio", "number" or "range"',
  },
  '/facts/*/part': {
    ...share('How many of the whole: the 1 of "1 in 4".'),
    inOrder: 'a part that is at most the whole',
  },
  '/facts/*/whole': share('Of how many: the 4 of "1 in 4".'),
  '/facts/*/value': amount('The amount.'),
  '/facts/*/low': { ...amount('The lowest amount.'), inOrder: 'a "low" that is less than "high"' },
  '/facts/*/high': amount('The highest amount.'),
  '/facts/*/unit': line('What is counted, in the plural: "children".', limits.unit, 'a noun'),
  '/facts/*/text': {
    description: 'The sentence, with {figure} where the figure stands.',
    expected: `a sentence in one line with {figure} once, at most ${limits.sentence} characters, or one for each language`,
    text: { maximum: limits.sentence, pattern: SENTENCE },
  },
  '/facts/*/source': {
    description: 'Where the figure is from; null where the movement itself states it.',
    expected: 'an object with name, url and date, or null without quotation marks',
  },
  '/facts/*/source/name': line(
    'Who published the figure, and in what.',
    limits.sourceName,
    'a name',
  ),
  '/facts/*/source/url': secureLink('The page where one can read it.', limits.url),
  '/facts/*/source/date': {
    description: 'When it was published: a year or a day.',
    expected: 'a year or a date, such as "2026" or "2026-11-23"',
    text: { maximum: 10, pattern: DAY_OR_YEAR },
  },
  '/background': list('What one should know, by paragraphs.', 0, limits.paragraphs, 'paragraphs'),
  '/background/*': line('One paragraph.', limits.paragraph, 'a paragraph'),
  '/momentum': list('What is under way, by paragraphs.', 0, limits.paragraphs, 'paragraphs'),
  '/momentum/*': line('One paragraph.', limits.paragraph, 'a paragraph'),
  '/agenda': list('What should be done, by demands.', 1, limits.paragraphs, 'demands'),
  '/agenda/*': line('One demand.', limits.paragraph, 'a demand'),
  '/updated': {
    description: 'The day of the last change.',
    expected: 'a date as year, month and day, such as "2026-11-23"',
    text: { maximum: 10, pattern: DAY, format: 'date' },
  },
};
