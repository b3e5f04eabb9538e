import { IDENTIFIER } from '../rules/identifier.ts';
import type { KeyWords } from './key-words.ts';

export const LINE = /^(?=.*\S)\P{Cc}*$/u;
const SECURE_URL =
  /^[hH][tT][tT][pP][sS]:\/\/(?=[^\s\\@/?#]*[^\s\\@/?#.]\.[^\s\\@/?#.])[^\s\\@/?#]+([/?#][^\s\\]*)?$/;

export const grouped = (value: number) => value.toLocaleString('en-US');

export const line = (description: string, maximum: number, what = 'a text'): KeyWords => ({
  description,
  expected: `${what} in one line, at most ${grouped(maximum)} characters, or one for each language`,
  text: { maximum, pattern: LINE },
});

export const list = (
  description: string,
  minimum: number,
  maximum: number,
  what: string,
): KeyWords => ({
  description,
  expected: `a list of ${minimum > 0 ? `${minimum} to ${maximum}` : `at most ${maximum}`} ${what}`,
});

export const flag = (description: string): KeyWords => ({
  description,
  expected: 'true or false, without quotation marks',
});

export const whole = (description: string, minimum: number, maximum: number): KeyWords => ({
  description,
  expected: `a whole number from ${minimum} to ${grouped(maximum)}${
    maximum >= 1000 ? ', without quotation marks or commas' : ''
  }`,
});

export const name = (description: string, maximum: number, example: string): KeyWords => ({
  description,
  expected: `lower-case letters, digits and single hyphens, at most ${maximum}, such as "${example}"`,
  text: { maximum, pattern: IDENTIFIER },
});

export const secureLink = (description: string, maximum: number): KeyWords => ({
  description,
  expected: 'an address that starts with https://',
  text: { maximum, pattern: SECURE_URL },
});

/** What every kind of file has. */
export const commonWords = (maximum: number): Record<'/$schema' | '/translation', KeyWords> => ({
  '/$schema': {
    description: 'Where the schema of this file is, for editors.',
    expected: 'the address of a schema',
    text: { maximum, pattern: LINE },
  },
  '/translation': {
    description: 'Stands there while nobody who speaks the language well has read the translation.',
    expected: '"draft", or no such key',
  },
});
