import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parse } from 'es-module-lexer/js';

/** The files beside it that a module imports: either at once, or later. */
function importsOf(file: string, when: 'at once' | 'later'): string[] {
  const [imports] = parse(readFileSync(file, 'utf8'), file);
  return imports
    .filter(({ type }) => (type === 'dynamic') === (when === 'later'))
    .flatMap(({ specifier }) => (specifier?.startsWith('.') ? [specifier] : []))
    .map((specifier) => resolve(dirname(file), specifier));
}

/** Adds a module, and all that it needs before it can run. */
function addWithImports(files: Set<string>, file: string): void {
  if (files.has(file)) return;
  files.add(file);
  for (const imported of importsOf(file, 'at once')) addWithImports(files, imported);
}

/** The one file that one of `files` loads later under this name. */
function laterChunk(files: Iterable<string>, name: string): string {
  const isNamed = (file: string) => new RegExp(`^${name}[-.]`).test(basename(file));
  const [chunk] = [...files].flatMap((file) => importsOf(file, 'later')).filter(isNamed);
  if (!chunk) throw new Error(`${basename([...files][0]!)} loads no chunk "${name}-….js".`);
  return chunk;
}

/**
 * The files that show an element on a page with the loader: the loader, the chunk that it loads for
 * the element, and what they import in turn, but not what that chunk loads later.
 *
 * @param later Chunks that are loaded after that, and still count, such as what shows an issue's facts.
 */
export function firstLoad(loader: string, element: string, ...later: string[]): string[] {
  const files = new Set<string>();
  addWithImports(files, loader);
  for (const name of [element, ...later]) addWithImports(files, laterChunk(files, name));
  return [...files];
}
