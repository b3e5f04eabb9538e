import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname, '../..');

/** The text of a file, by its path from the workspace's root. */
export const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

/** The module of a source file, for what a package keeps to itself. */
export const load = async <Module>(path: string): Promise<Module> =>
  (await import(pathToFileURL(resolve(root, path)).href)) as Module;

/** The paths of files from the workspace's root; tests are left out. */
export const find = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: (path) => path.includes('node_modules') })
    .map((path) => relative(root, resolve(root, path)).replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.test.ts'))
    .toSorted();

/** Every first group of a pattern in a text, sorted, each once. */
export const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].toSorted();

/** The text below a heading, up to the next one of the same or a higher level. */
export function section(page: string, heading: string): string {
  const lines = page.split('\n');
  const level = (line: string) => /^#+(?= )/.exec(line)?.[0].length ?? Infinity;
  const start = lines.findIndex((line) => line.replace(/ \{#.*\}$/, '') === heading);
  if (start < 0) throw new Error(`There is no heading "${heading}".`);
  const length = lines.slice(start + 1).findIndex((line) => level(line) <= level(heading));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

/** The JSON examples below a heading, parsed. */
export const examplesIn = (page: string, heading: string): Record<string, unknown>[] =>
  [...section(page, heading).matchAll(/```json\n([\s\S]+?)```/g)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );

/** The cells of all tables in a text, without their headings. */
export const rows = (text: string): string[][] =>
  text
    .split(/\n\n+/)
    .map((block) => block.trim())
    .filter((block) => block.startsWith('|'))
    .flatMap((table) => table.split('\n').slice(2))
    .map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** What stands as code in a text. */
export const codes = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** What stands as code in the first column of all tables in a text. */
export const firstColumn = (text: string): string[] =>
  rows(text)
    .flatMap(([cell = '']) => codes(cell))
    .toSorted();
