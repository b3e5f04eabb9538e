import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { all, find, read, root } from './repository.ts';

/** Not about what a site is made with. */
const ABOUT_ALL = ['index', 'frame', 'fallback', 'files', 'hostile-pages', 'doctor'];

const pages = find('docs/embed/*.md');
const sites = pages.filter((path) => !ABOUT_ALL.includes(basename(path, '.md')));
const config = read('docs/.vitepress/config.ts');
const index = read('docs/embed/index.md');

describe('the pages on how to put a widget on a site', () => {
  it('are all in the menu', () => {
    for (const page of pages) {
      const name = basename(page, '.md').replace('index', '');
      assert.ok(config.includes(`'/embed/${name}'`), page);
    }
  });

  it('are all in the list of what sites are made with', () => {
    for (const page of sites) assert.ok(index.includes(`](./${basename(page, '.md')})`), page);
  });

  it('say whether it was tried, and when or by whom', () => {
    const said = [
      /^::: info Tried on \w+ \d+, \d{4}$/m,
      /^::: warning Not tried here\n[\s\S]+?\d{4}/m,
      /^::: info What was tried\nA test /m,
      /^A small \w+ with this code is tested with each change of ours:/m,
      /^A test opens this page as it is/m,
    ];
    for (const page of sites) {
      assert.equal(said.filter((form) => form.test(read(page))).length, 1, page);
    }
  });

  it('show files that are there, which tests use', () => {
    for (const page of pages) {
      for (const file of all(read(page), /^ *<<< ([^\s{]+)/gm)) {
        assert.ok(existsSync(resolve(root, dirname(page), file)), `${page}: ${file}`);
      }
    }
  });
});
