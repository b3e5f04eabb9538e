import { toJSONSchema } from 'zod/mini';
import type { FileKind } from '../check-file/file-kind.ts';
import { wordsAt, type FileWords } from '../check-file/key-words.ts';
import { LANGUAGE_TAG } from '../language-tag.ts';
import { MOST_LANGUAGES } from '../localized-text.ts';

type Part = Record<string, unknown>;

const LANGUAGE = { minLength: 2, maxLength: 35, pattern: LANGUAGE_TAG.source };

/**
 * The JSON Schema of a kind of file, for editors: what zod says of it, and what only its words do.
 * Draft 7, which every editor knows.
 *
 * It cannot say everything: whether a day is in the calendar, or a part at most the whole, is for the
 * check.
 */
export function jsonSchemaOf({ schema, title, words }: FileKind): Part {
  const generated: Part = { ...toJSONSchema(schema, { target: 'draft-7' }) };
  describe(generated, '', words);
  return { ...generated, title };
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds the words to a part of a schema and to all parts of it, each at its place in a file. */
function describe(part: Part, place: string, words: FileWords): void {
  const own = Object.hasOwn(words, place) ? words[place] : undefined;
  if (own) part['description'] = `${own.description} Expected: ${own.expected}.`;
  if (part['type'] === 'string' && !('const' in part) && !('enum' in part)) {
    Object.assign(part, textLimits(words, place));
  }

  const { properties, items, additionalProperties, propertyNames, anyOf, oneOf } = part;
  if (isPart(properties)) {
    for (const [key, inside] of Object.entries(properties)) {
      if (isPart(inside)) describe(inside, `${place}/${key}`, words);
    }
  }
  if (isPart(items)) describe(items, `${place}/*`, words);
  if (isPart(propertyNames) && isPart(additionalProperties)) {
    if (own?.mostKeys !== undefined) {
      part['maxProperties'] = own.mostKeys;
      describe(additionalProperties, `${place}/*`, words);
    } else {
      // One text for each language, at the place of the text itself.
      Object.assign(propertyNames, LANGUAGE);
      Object.assign(part, { minProperties: 1, maxProperties: MOST_LANGUAGES });
      Object.assign(additionalProperties, textLimits(words, place));
    }
  }
  for (const shape of [anyOf, oneOf].flat()) {
    if (isPart(shape)) describeShape(shape, place, words);
  }
}

/** One of several shapes at the same place, which has its words already. */
function describeShape(shape: Part, place: string, words: FileWords): void {
  describe(shape, place, words);
  delete shape['description'];
}

function textLimits(words: FileWords, place: string): Part {
  const { text } = wordsAt(words, place.split('/').slice(1)) ?? {};
  if (!text) throw new Error(`The words for "${place}" do not say what text it takes.`);
  const { minimum = 1, maximum, pattern, format } = text;
  return {
    ...(minimum > 0 ? { minLength: minimum } : {}),
    maxLength: maximum,
    ...(pattern ? { pattern: pattern.source } : {}),
    ...(format ? { format } : {}),
  };
}
