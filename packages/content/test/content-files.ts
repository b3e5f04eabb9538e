import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const folder = resolve(import.meta.dirname, '..');

/** The text of a file, by its path in this package. */
export const read = (path: string) => readFileSync(resolve(folder, path), 'utf8');

/** The paragraphs of a file in `source`; a space that does not break is none of the words. */
export const paragraphsOf = (path: string) =>
  read(path)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** Every text of a value, in each of its languages, with the pointer to it. */
export function textsIn(value: unknown, pointer = ''): { pointer: string; text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => textsIn(inside, `${pointer}/${key}`));
}

/** The texts of a value in a language, in their order. */
export const textsOf = (value: unknown, language: 'en' | 'es') =>
  textsIn(value)
    .filter(({ pointer }) => pointer.endsWith(`/${language}`))
    .map(({ text }) => text);
