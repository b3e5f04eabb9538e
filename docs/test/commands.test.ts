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
    const defaults = await load<Record<string, number>>(
      'packages/receiver/src/commands/retention.ts',
    );
    const days = [
      ['--keep-addresses', 'DEFAULT_ADDRESS_DAYS'],
      ['--keep-sent', 'DEFAULT_SENT_DAYS'],
      ['--keep-given-up', 'DEFAULT_GIVEN_UP_DAYS'],
      ['--keep-links', 'DEFAULT_LINK_DAYS'],
      ['--keep-pending', 'DEFAULT_PENDING_DAYS'],
      ['--keep-submissions', 'DEFAULT_SUBMISSION_DAYS'],
    ].map(([option, name]) => [option, defaults[name!]] as const);
    assert.deepEqual(
      rows(section(page, '## Retention')).map((cells) =>
        cells.slice(0, 2).map((cell) => codes(cell)[0]),
      ),
      days.map(([option, length]) => [option, `${length}d`]),
    );
    const kept = section(privacy, '## What is kept');
    for (const [option, length] of days) assert.ok(kept.includes(`${length} days`), option);
  });
});
