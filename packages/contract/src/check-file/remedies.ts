import { FIGURE } from '../rules/figure-sentence.ts';
import { closestWord } from './closest-word.ts';
import type { ValueCode } from './finding.ts';
import type { Known } from './known-keys.ts';
import {
  addressFor,
  answerNameFor,
  colorFor,
  kebabCase,
  momentFor,
  pointerFor,
  timeZoneFor,
} from './spellings.ts';

/** A wrong value, and all that a remedy may depend on. */
export interface WrongValue {
  /** Its key, or its index in a list. */
  key: string;
  /** Undefined where it is missing. */
  value: unknown;
  /** What belongs there, after the word "expected". */
  expected: string;
  /** What the schema knows of the place itself. */
  known: Known;
  /** The keys that the object around it may have. */
  siblings: readonly string[];
  /** Those of them that are not there. */
  missing: readonly string[];
  /** The keys that it has and should not. */
  strangers: readonly string[];
}

type Remedy = (wrong: WrongValue) => string;

const isText = (value: unknown): value is string => typeof value === 'string';
const length = (value: unknown) =>
  Array.isArray(value) || isText(value) ? value.length : Object.keys(value ?? {}).length;

/** What to do about each code, as a sentence. */
export const remedies: Readonly<Record<ValueCode, Remedy>> = {
  required({ key, value, expected, strangers }) {
    if (value !== undefined || key === '') return `Write ${expected}.`;
    const slip = closestWord(key, strangers);
    return slip ? `Rename "${slip}" to "${key}".` : `Add the key "${key}".`;
  },
  type: ({ value, expected, known }) => slipOfType(value, known) ?? `Replace it by ${expected}.`,
  unknown({ key, siblings, missing }) {
    const meant = closestWord(key, missing) ?? closestWord(key, siblings);
    if (meant) return `Did you mean "${meant}"?`;
    return siblings.length > 0
      ? `Take it away. The keys here are ${siblings.map((name) => `"${name}"`).join(', ')}.`
      : 'Take it away.';
  },
  'too-long': ({ expected }) => `Shorten it: ${expected}.`,
  'too-many': ({ expected }) => `Take some away: ${expected}.`,
  characters: () =>
    'Take line breaks and invisible characters out. Make two entries of two paragraphs.',
  id({ value }) {
    const name = isText(value) ? kebabCase(value) : '';
    return name ? `Write "${name}".` : 'Write a name such as "permanent-connections".';
  },
  language({ key }) {
    const tag = key.replaceAll('_', '-');
    const isTag = /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(tag);
    return isTag ? `Write "${tag}".` : 'Write a language tag, such as "en" or "es".';
  },
  figure: ({ value }) =>
    isText(value) && value.includes(FIGURE)
      ? `Keep one ${FIGURE}, and take the others away.`
      : `Write ${FIGURE} where the figure stands. The card puts the figure there.`,
  url({ value }) {
    const typed = isText(value) ? value.trim() : '';
    if (/^https?:\/\/[^/?#]*@/i.test(typed)) return 'Take out what stands before the @, and the @.';
    if (/^http:/i.test(typed)) {
      return `Write https:// if the page opens so: "${typed.replace(/^http:/i, 'https:')}".`;
    }
    const meant = addressFor(typed);
    return meant ? `Write "${meant}".` : 'Copy the whole address, with https:// at its start.';
  },
  date: ({ expected }) => `Write ${expected}.`,
  number: ({ expected }) => `Write ${expected}.`,
  order: ({ expected }) => `Correct one of the two: ${expected}.`,
  twice: ({ value, key, expected }) =>
    key === '' ? 'Take it away.' : `"${String(value)}" stands there already. Write ${expected}.`,
  'type-of-campaign': ({ key }) => `Take "${key}" away, or change "type".`,
  name: ({ value, expected }) => written(value, answerNameFor) ?? `Write ${expected}.`,
  moment: ({ key, value, expected }) => momentRemedy(key, value) ?? `Write ${expected}.`,
  'time-zone'({ value, expected }) {
    const meant = isText(value) ? timeZoneFor(value) : undefined;
    return meant ? `Did you mean "${meant}"?` : `Write ${expected}.`;
  },
  color: ({ value, expected }) => written(value, colorFor) ?? `Write ${expected}.`,
  pointer: ({ value, expected }) => written(value, pointerFor) ?? `Write ${expected}.`,
};

/** What to write, if it can be told from what stands there. */
function written(value: unknown, meantBy: (text: string) => string | undefined) {
  const meant = isText(value) ? meantBy(value) : undefined;
  return meant ? `Write "${meant}".` : undefined;
}

function momentRemedy(key: string, value: unknown): string | undefined {
  const hour = key === 'opens' ? '00:00:00' : '23:59:00';
  const meant = isText(value) ? momentFor(value, hour) : undefined;
  return meant ? `Write "${meant}", if you mean the time in California.` : undefined;
}

/** What to do about a value of another type that was probably meant well. */
function slipOfType(value: unknown, { choices, types }: Known): string | undefined {
  if (isText(value)) {
    const meant = closestWord(value, choices);
    if (meant) return `Did you mean "${meant}"?`;
    const bare = value.trim().replace(/(\d),(?=\d{3}\b)/g, '$1');
    if (types.some((type) => LITERALS[type]?.test(bare))) {
      return `Write ${bare}, without quotation marks.`;
    }
  }
  if (types.includes('string') && ['number', 'boolean'].includes(typeof value)) {
    return `Write "${String(value)}", in quotation marks.`;
  }
  const isOne = isText(value) || (typeof value === 'object' && !Array.isArray(value));
  return types.includes('array') && isOne
    ? 'Put it into square brackets, as a list of one entry.'
    : undefined;
}

/** What stands without quotation marks, by zod's name of its type. */
const LITERALS: Readonly<Record<string, RegExp>> = {
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  null: /^null$/,
};

/** How many entries, characters, languages or other keys a value has. */
export function amountOf(value: unknown, hasFreeKeys: boolean): string {
  if (Array.isArray(value)) return `a list of ${length(value)}`;
  if (isText(value)) return `${length(value)} characters`;
  return `${length(value)} ${hasFreeKeys ? 'keys' : 'languages'}`;
}
