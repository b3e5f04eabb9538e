import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { find, read, root } from './repository.ts';

/** The site's build looks at its own pages; these are read in the repository and on npm. */
const papers = find('*.md', 'packages/*/README.md');

describe('links to files of the repository', () => {
  for (const paper of papers) {
    it(`lead somewhere: ${paper}`, () => {
      for (const [, target = ''] of read(paper).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(existsSync(resolve(root, dirname(paper), target)), target);
      }
    });
  }
});
