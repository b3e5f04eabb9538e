import type { Node } from 'jsonc-parser';
import type { FileKind } from './file-kind.ts';
import type { ValueCode } from './finding.ts';
import { wordsAt } from './key-words.ts';
import { knownAt, ownValue } from './known-keys.ts';
import type { Fault, ParsedFile } from './parse-file.ts';
import { amountOf, remedies } from './remedies.ts';
import { excerpt, findPlace, tokensOf, type Place } from './source-text.ts';

type Parsed = Extract<ParsedFile, { root: Node }>;

/** What is expected where that depends on more than the place. */
const expectedByCode: Partial<Record<ValueCode, string>> = {
  unknown: 'a key that this object has',
  language: 'a language tag, such as "en" or "es"',
  characters: 'a text in one line, without invisible characters',
};

/** Of a key, not of its value. */
const ABOUT_KEYS: readonly ValueCode[] = ['unknown', 'language', 'type-of-campaign'];
/** Of a value that is fine by itself, but not beside another one. */
const BESIDE: readonly ValueCode[] = ['order', 'twice', 'type-of-campaign'];

/** An error of the contract, with its place in the file and in words for whoever wrote it. */
export function describeError(
  kind: FileKind,
  text: string,
  { value, root }: Parsed,
  { pointer, code }: { pointer: string; code: ValueCode },
): Fault {
  const path = tokensOf(pointer);
  const place = findPlace(root, path);
  const key = path.at(-1) ?? '';
  const around = path.slice(0, -1);
  const siblings = knownAt(kind.schema, value, around).keys;
  const object = around.reduce(ownValue, value);
  const wrongValue = path.reduce(ownValue, value);
  const words = wordsAt(kind.words, path);
  const expected =
    (BESIDE.includes(code) ? words?.inOrder : expectedByCode[code]) ??
    words?.expected ??
    'another value';

  return {
    pointer,
    offset: (ABOUT_KEYS.includes(code) && place.property ? place.property : place.node).offset,
    code,
    found: foundAt(text, place, code, wrongValue, words?.mostKeys !== undefined),
    expected,
    remedy: remedies[code]({
      key: /^\d+$/.test(key) ? '' : key,
      value: wrongValue,
      expected,
      known: knownAt(kind.schema, value, path),
      siblings,
      missing: siblings.filter((name) => ownValue(object, name) === undefined),
      strangers: Object.keys(Object(object)).filter((name) => !siblings.includes(name)),
    }),
  };
}

function foundAt(
  text: string,
  place: Place,
  code: ValueCode,
  value: unknown,
  hasFreeKeys: boolean,
): string {
  if (!place.isThere) return 'nothing';
  if (code === 'too-long' || code === 'too-many') return amountOf(value, hasFreeKeys);
  const key = place.property?.children?.[0];
  const { offset, length, type } = ABOUT_KEYS.includes(code) ? (key ?? place.node) : place.node;
  if (type === 'array') return length > 20 ? 'a list' : excerpt(text, offset, length);
  if (type === 'object') return length > 20 ? 'an object' : excerpt(text, offset, length);
  return excerpt(text, offset, length);
}
