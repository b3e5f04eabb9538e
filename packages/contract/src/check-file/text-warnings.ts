import type { LocalizedText } from '../localize.ts';
import type { Unplaced } from './finding.ts';

/** Titles of more characters, and sentences, are not read at a glance. */
export const LONGEST_TITLE = 80;
export const LONGEST_SENTENCE = 200;

const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/i;

/** A text of a file, with its place. */
export interface Placed {
  pointer: string;
  text: LocalizedText;
  /** Proper names are the same in every language. */
  isName?: boolean;
}

const languagesOf = (text: LocalizedText) => (typeof text === 'string' ? [] : Object.keys(text));

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

/** That it is a draft or an example; `what` is what the file holds: `an issue`. */
export function unfinished(
  file: { translation?: 'draft' | undefined; example?: boolean | undefined },
  what: string,
): Unplaced[] {
  const warnings: Unplaced[] = [];
  if (file.translation === 'draft') {
    warnings.push({
      pointer: '/translation',
      code: 'translation-draft',
      found: 'a translation that is a draft',
      expected: 'a translation that somebody who speaks the language well has read',
      remedy: 'Have it read, then take this key away.',
    });
  }
  if (file.example) {
    warnings.push({
      pointer: '/example',
      code: 'example',
      found: 'an example',
      expected: `${what} of your own`,
      remedy: 'Once all texts and figures are yours, take this key away.',
    });
  }
  return warnings;
}

/** Where a text is not in a language that others are in. */
export function missingLanguages(texts: readonly Placed[]): Unplaced[] {
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

/** Where a text is longer than can be read at a glance; `remedy` is what to do. */
export const tooLong = (
  pointer: string,
  text: LocalizedText,
  maximum: number,
  remedy: string,
): Unplaced[] =>
  placesOf(pointer, text)
    .filter(([, words]) => words.length > maximum)
    .map(([place, words]) => ({
      pointer: place,
      code: 'long-text' as const,
      found: `${words.length} characters`,
      expected: `at most ${maximum}, to be read at a glance`,
      remedy,
    }));

/** Where a text looks like HTML. */
export const markupIn = ({ pointer, text }: Placed): Unplaced[] =>
  placesOf(pointer, text).flatMap(([place, words]) => {
    const [markup] = MARKUP.exec(words) ?? [];
    if (markup === undefined) return [];
    return {
      pointer: place,
      code: 'markup' as const,
      found: markup,
      expected: 'plain text; HTML is shown as it is written',
      remedy: 'Write it without HTML, unless readers are to see these signs.',
    };
  });

/** Each text by the pointer to it, one for each language. */
const placesOf = (pointer: string, text: LocalizedText): [string, string][] =>
  typeof text === 'string'
    ? [[pointer, text]]
    : Object.entries(text).map(([language, words]) => [`${pointer}/${language}`, words]);
