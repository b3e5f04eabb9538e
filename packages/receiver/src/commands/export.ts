import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvOf, type CsvOptions } from '../exporting/csv.ts';
import { personJson } from '../exporting/person-json.ts';
import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { FILTER_HELP, FILTER_OPTIONS, isEmpty, readFilter } from '../options/filter-options.ts';
import { Complaint, type Flags } from '../options/flags.ts';
import type { Store, SubmissionFilter } from '../store/store.ts';
import type { SubmissionRow } from '../store/tables.ts';
import { fail } from './fail.ts';
import { Progress, submissionCount } from './progress.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

const SEPARATORS: Readonly<Record<string, CsvOptions['separator']>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
};

export const exportCommand: Subcommand = {
  options: {
    ...FILTER_OPTIONS,
    ...DATABASE_OPTIONS,
    csv: { type: 'boolean' },
    state: { type: 'string', multiple: true },
    bom: { type: 'boolean' },
    separator: { type: 'string' },
    output: { type: 'string' },
  },
  help: `Writes submissions, in the order in which they came. It holds personal data: keep it
as safe as the database. Receivers may run meanwhile.

Usage: pro-kid-receiver export --csv [which] [options]
       pro-kid-receiver export --email <address> [options]

  --csv                As a table. Without it, all that is kept about one person,
                       as JSON: then only --email says which.
  --bom                Begin with the mark by which Excel knows UTF-8.
  --separator <name>   What parts the cells: comma, semicolon or tab. Excel wants
                       semicolon where a comma is in decimal numbers.
                       Default: comma
  --output <file>      A new file that only its owner can read.
                       Default: to the standard output
  --state <state>      counted, repeated, flagged or pending. Repeat it for several.
                       Default: all

${FILTER_HELP}
${DATABASE_HELP}`,

  async run(flags) {
    const filter = readFilter(flags);
    const states = flags.choices('state', ['counted', 'repeated', 'flagged', 'pending']);
    const separator = flags.choice('separator', Object.keys(SEPARATORS)) ?? 'comma';
    const csv = { separator: SEPARATORS[separator]!, bom: flags.is('bom') };
    if (flags.is('csv')) {
      await withStore(flags, {}, (store) =>
        write(flags, store, { ...filter, states }, (rows) => csvOf(rows, csv)),
      );
      return;
    }
    if (filter.email === undefined) {
      throw new Complaint('Say what to write: --csv, or --email and an address.');
    }
    const isMore = !isEmpty({ ...filter, email: undefined, states });
    if (isMore || csv.bom || flags.has('separator')) {
      throw new Complaint('Without --csv, only --email says which, and there is no separator.');
    }
    await withStore(flags, {}, (store) =>
      write(flags, store, filter, (rows) => Readable.from(personJson(store, rows))),
    );
  },
};

async function write(
  flags: Flags,
  store: Store,
  filter: SubmissionFilter,
  textOf: (rows: AsyncIterable<SubmissionRow>) => Readable,
): Promise<void> {
  const file = flags.text('output');
  const progress = new Progress('written');
  let written = 0;
  async function* counted() {
    for await (const row of store.export(filter)) {
      yield row;
      progress.show(++written);
    }
  }
  const text = textOf(counted());
  try {
    if (file === undefined) {
      // Whoever runs the command goes on with its output.
      await pipeline(text, process.stdout, { end: false });
    } else {
      await pipeline(text, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A reader such as `head` has what it wants.
    if (code === 'EPIPE') return;
    if (file === undefined || code === undefined) throw error;
    fail(`Cannot write ${file}: ${whyNotWritten(code)}.`);
    return;
  } finally {
    progress.end();
  }
  if (file !== undefined) console.error(`${submissionCount(written)} written to ${file}`);
}

function whyNotWritten(code: string): string {
  if (code === 'EEXIST') return 'there is such a file already';
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'EACCES' || code === 'EROFS') return 'this user may not write there';
  if (code === 'ENOSPC') return 'the disk is full';
  return code;
}
