import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renewals } from '../snippets/snippets.ts';
import { find, read } from './repository.ts';

describe('a snippet in the documentation', () => {
  for (const [path, renew] of Object.entries(renewals)) {
    it(`is what the function prints: ${path}`, () => {
      assert.equal(read(path), renew(read(path)), 'Run "pnpm --filter @pro-kid/docs snippets".');
    });
  }

  it('stands in no other page', () => {
    const pages = find('*.md', 'docs/**/*.md', 'packages/*/README.md');
    const having = pages.filter((page) => {
      const blocks = read(page).match(/^```html\n<script type="module" src[^]+?^```/gm) ?? [];
      // The scripts for frames and of the doctor are no widget's.
      return blocks.some((block) => !/frame-parent\.js|doctor/.test(block));
    });
    const renewed = Object.keys(renewals).filter((path) => path.endsWith('.md'));
    assert.deepEqual(having, renewed.toSorted());
  });
});
