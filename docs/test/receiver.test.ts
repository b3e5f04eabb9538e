import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { all, codes, load, read, rows, section } from './repository.ts';

const page = read('docs/receiver/index.md');
const people = read('docs/receiver/people-and-counts.md');
const options = read('packages/receiver/src/options/options.ts');
const app = ['http/app.ts', 'form-posts/form-posts.ts', 'confirmation/confirmation-pages.ts']
  .map((file) => read(`packages/receiver/src/${file}`))
  .join('\n');

describe('the page of the receiver', () => {
  it('names every option and its variable', () => {
    const named = rows(section(page, '## Options')).flatMap((row) => codes(row.slice(0, 2).join()));
    const help = /HELP = `([^;]+)`;/.exec(options)?.[1] ?? '';
    assert.deepEqual(named.toSorted(), all(help, /(?<=\s)(--[a-z][a-z-]*(?=\s)|PRO_KID_[A-Z_]+)/g));
  });

  it('says the defaults', () => {
    const text = section(page, '## Options');
    for (const value of all(options, /DEFAULT_\w+ = '?([^';]+)'?;/g)) {
      assert.ok(text.includes(`\`${value}\``), value);
    }
  });

  it('says how many partners are listed at most', async () => {
    const { MOST_PARTNERS } = await load<{ MOST_PARTNERS: number }>(
      'packages/receiver/src/store/count-shards.ts',
    );
    assert.ok(section(people, '## Counts').includes(`at most ${MOST_PARTNERS} partners`));
    assert.ok(read('docs/contract.md').includes(`lists ${MOST_PARTNERS} at most`));
    assert.ok(read('packages/receiver/README.md').includes(`the ${MOST_PARTNERS} with the most`));
  });

  it('names every address', () => {
    const named = rows(section(page, '## Addresses')).map(([cell = '']) => codes(cell)[0] ?? '');
    assert.deepEqual(
      named.map((name) => name.split(' ')[1]?.replace(/<(\w+)>/, ':$1')).toSorted(),
      [...new Set(all(app, /app\.(?:get|post)\('([^']+)'/g))].toSorted(),
    );
  });
});
