import type { Issue } from '../issue.ts';
import type { LocalizedText } from '../localize.ts';
import type { Unplaced } from './finding.ts';

const LONGEST_TITLE = 80;
const LONGEST_SENTENCE = 200;
const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/i;

/** A text of an issue, with its place. */
interface Placed {
  pointer: string;
  text: LocalizedText;
  /** Proper names are the same in every language. */
  isName?: boolean;
}

function textsOf(issue: Issue): Placed[] {
  const list = (name: 'topics' | 'background' | 'momentum' | 'agenda') =>
    (issue[name] ?? []).map((text, index) => ({ pointer: `/${name}/${index}`, text }));
  const facts = issue.facts.flatMap(({ unit, text, source }, index): Placed[] => [
    { pointer: `/facts/${index}/unit`, text: unit },
    { pointer: `/facts/${index}/text`, text },
    ...(source
      ? [{ pointer: `/facts/${index}/source/name`, text: source.name, isName: true }]
      : []),
  ]);
  return [
    { pointer: '/title', text: issue.title },
    { pointer: '/summary', text: issue.summary },
    ...list('topics'),
    ...facts,
    ...list('background'),
    ...list('momentum'),
    ...list('agenda'),
  ];
}

const languagesOf = (text: LocalizedText) => (typeof text === 'string' ? [] : Object.keys(text));

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

/** What a card will show, but its writer would rather not have. */
export function issueWarnings(issue: Issue): Unplaced[] {
  const texts = textsOf(issue);
  return [
    ...aboutTheWhole(issue),
    ...missingLanguages(texts),
    ...longTexts(issue),
    ...texts.flatMap(({ pointer, text }) => markupIn(pointer, text)),
  ];
}

function aboutTheWhole(issue: Issue): Unplaced[] {
  const warnings: Unplaced[] = [];
  if (issue.translation === 'draft') {
    warnings.push({
      pointer: '/translation',
      code: 'translation-draft',
      found: 'a translation that is a draft',
      expected: 'a translation that somebody who speaks the language well has read',
      remedy: 'Have it read, then take this key away.',
    });
  }
  if (issue.example) {
    warnings.push({
      pointer: '/example',
      code: 'example',
      found: 'an example',
      expected: 'an issue of your own',
      remedy: 'Once all texts and figures are yours, take this key away.',
    });
  }
  const without = issue.facts.filter(({ source }) => source === null).length;
  if (without > 0) {
    const first = issue.facts.findIndex(({ source }) => source === null);
    warnings.push({
      pointer: `/facts/${first}/source`,
      code: 'source-missing',
      found: `${without} of ${issue.facts.length} facts without a source`,
      expected: 'a source for each figure that the movement does not state itself',
      remedy: 'Name the source. Without one, the card says "as stated by the movement".',
    });
  }
  return warnings;
}

function missingLanguages(texts: readonly Placed[]): Unplaced[] {
  const all = [...new Set(texts.flatMap(({ text }) => languagesOf(text)))];
  return texts.flatMap(({ pointer, text, isName }) => {
    if (isName && typeof text === 'string') return [];
    const own = languagesOf(text);
    const missing = all.filter((language) => !own.includes(language));
    if (missing.length === 0) return [];
    return {
      pointer,
      code: 'language-missing' as const,
      found: own.length > 0 ? `a text in ${quoted(own)} only` : 'one text for all languages',
      expected: `a text in ${quoted(all)}, as elsewhere in this file`,
      remedy: `Add the text in ${quoted(missing)}. Until then, readers get it in another language.`,
    };
  });
}

function longTexts(issue: Issue): Unplaced[] {
  const tooLong = (pointer: string, text: LocalizedText, maximum: number) =>
    placesOf(pointer, text)
      .filter(([, words]) => words.length > maximum)
      .map(([place, words]) => ({
        pointer: place,
        code: 'long-text' as const,
        found: `${words.length} characters`,
        expected: `at most ${maximum}, to be read at a glance`,
        remedy: 'Shorten it, and move the rest into the background.',
      }));
  return [
    ...tooLong('/title', issue.title, LONGEST_TITLE),
    ...issue.facts.flatMap(({ text }, index) =>
      tooLong(`/facts/${index}/text`, text, LONGEST_SENTENCE),
    ),
  ];
}

function markupIn(pointer: string, text: LocalizedText): Unplaced[] {
  return placesOf(pointer, text).flatMap(([place, words]) => {
    const [markup] = MARKUP.exec(words) ?? [];
    if (markup === undefined) return [];
    return {
      pointer: place,
      code: 'markup' as const,
      found: markup,
      expected: 'plain text; cards show HTML as it is written',
      remedy: 'Write it without HTML, unless readers are to see these signs.',
    };
  });
}

/** Each text by the pointer to it, one for each language. */
const placesOf = (pointer: string, text: LocalizedText): [string, string][] =>
  typeof text === 'string'
    ? [[pointer, text]]
    : Object.entries(text).map(([language, words]) => [`${pointer}/${language}`, words]);
