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
    const having = pages.filter((page) => /<script type="module"/.test(read(page)));
    assert.deepEqual(having, Object.keys(renewals).toSorted());
  });
});
