import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { all, codes, read, rows, section } from './repository.ts';

const page = read('docs/receiver.md');
const options = read('packages/receiver/src/options.ts');
const app = read('packages/receiver/src/app.ts');

describe('the page of the receiver', () => {
  it('names every option and its variable', () => {
    const named = rows(section(page, '## Options')).flatMap((row) => codes(row.slice(0, 2).join()));
    const help = /HELP = `([^;]+)`;/.exec(options)?.[1] ?? '';
    assert.deepEqual(named.toSorted(), all(help, /(?<=\s)(--[a-z]+(?=\s)|PRO_KID_[A-Z]+)/g));
  });

  it('says the defaults', () => {
    const text = section(page, '## Options');
    for (const value of all(options, /DEFAULT_\w+ = '?([^';]+)'?;/g)) {
      assert.ok(text.includes(`\`${value}\``), value);
    }
  });

  it('names every address', () => {
    const named = rows(section(page, '## Addresses')).map(([cell = '']) => codes(cell)[0] ?? '');
    assert.deepEqual(
      named.map((name) => name.split(' ')[1]?.replace(/<(\w+)>/, ':$1')).toSorted(),
      all(app, /app\.(?:get|post)\('([^']+)'/g),
    );
  });
});
