import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { toldErrors } from '../testing/told-errors.ts';

const approved = readFileSync(new URL('campaign-errors.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\n\n(?=## )/);

describe('each error of a campaign is told as `campaign-errors.txt` has it; if not, `pnpm run schemas` writes it to be read', () => {
  Object.entries(toldErrors()).forEach(([title, told], index) => {
    it(title, () => assert.equal(told, approved[index]));
  });

  it('and no other', () => assert.equal(approved.length, Object.keys(toldErrors()).length));
});
