import { distance } from 'fastest-levenshtein';

/** How many slips a word may hold: two letters that changed places are two. */
const mostSlips = ({ length }: string) => (length < 4 ? 1 : Math.max(2, Math.floor(length / 3)));

/** The word that was probably meant: the nearest one, unless none is near. */
export function closestWord(written: string, words: readonly string[]): string | undefined {
  const typed = written.toLowerCase().replace(/[\s_-]/g, '');
  const [best] = words
    .map((word) => ({ word, slips: distance(typed, word.toLowerCase()) }))
    .filter(({ word, slips }) => slips <= mostSlips(word))
    .sort((one, other) => one.slips - other.slips);
  return best?.word;
}
