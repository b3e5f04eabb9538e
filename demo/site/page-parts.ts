import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PLACE = /^( *)<!-- part: ([\w.-]+) -->/gm;

/**
 * Puts what all pages share in the place of `<!-- part: header.en.html -->`, and marks the links
 * that lead to the page they stand on.
 */
export function pageParts(folder: string): Plugin {
  return {
    name: 'page-parts',
    transformIndexHtml: {
      // Before the build looks for style sheets and fonts.
      order: 'pre',
      handler: (page, { path }) =>
        page.replace(PLACE, (_place, indent: string, name: string) =>
          markCurrent(readFileSync(join(folder, name), 'utf8').trimEnd(), path).replace(
            /^(?=.)/gm,
            indent,
          ),
        ),
    },
  };
}

function markCurrent(part: string, path: string): string {
  const own = path === '/index.html' ? '/' : path;
  return part.replaceAll(`href="${own}"`, `href="${own}" aria-current="page"`);
}
