import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { all, codes, firstColumn, load, read, rows, section } from './repository.ts';

const page = read('docs/receiver/commands.md');
const privacy = read('docs/receiver/privacy.md');

describe('the page of the commands', () => {
  it('names every command', () => {
    const table = read('packages/receiver/src/commands/subcommands.ts');
    const intro = page.slice(0, page.indexOf('\n## '));
    assert.deepEqual(
      firstColumn(intro).toSorted(),
      ['serve', ...all(table, /^ {2}\['([a-z]+)',/gm)].toSorted(),
    );
  });

  it('names every column, in order', async () => {
    const { COLUMNS } = await load<{ COLUMNS: string[] }>(
      'packages/receiver/src/exporting/csv-columns.ts',
    );
    const named = rows(section(page, '### Columns')).flatMap(([cell = '']) => codes(cell));
    assert.deepEqual(named, COLUMNS);
  });

  it('names every way to say which submissions', async () => {
    const { FILTER_OPTIONS } = await load<{ FILTER_OPTIONS: object }>(
      'packages/receiver/src/options/filter-options.ts',
    );
    assert.deepEqual(
      firstColumn(section(page, '### Which')),
      Object.keys(FILTER_OPTIONS)
        .map((name) => `--${name}`)
        .toSorted(),
    );
  });

  it('says for how long what is kept, as the page of personal data does', async () => {
    const days = await load<Record<string, number>>('packages/receiver/src/commands/retention.ts');
    const { DEFAULT_ADDRESS_DAYS, DEFAULT_PENDING_DAYS, DEFAULT_SUBMISSION_DAYS } = days;
    assert.deepEqual(
      rows(section(page, '## Retention')).map(([, cell = '']) => codes(cell)[0]),
      [DEFAULT_ADDRESS_DAYS, DEFAULT_PENDING_DAYS, DEFAULT_SUBMISSION_DAYS].map(
        (each) => `${each}d`,
      ),
    );
    const kept = section(privacy, '## What is kept');
    assert.ok(kept.includes(`${DEFAULT_SUBMISSION_DAYS} days`));
    assert.ok(kept.includes(`${DEFAULT_ADDRESS_DAYS} days`));
  });
});
