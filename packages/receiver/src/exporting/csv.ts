import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { SubmissionRow } from '../store/tables.ts';
import { cellsOf, COLUMNS } from './csv-columns.ts';
import { inert } from './inert.ts';

export interface CsvOptions {
  /** What parts two cells. */
  separator: ',' | ';' | '\t';
  /** Whether a mark at the start tells Excel that this is UTF-8. */
  bom: boolean;
}

/** Submissions as CSV (RFC 4180, in UTF-8), row by row, with nothing in it that a spreadsheet runs. */
export function csvOf(
  rows: AsyncIterable<SubmissionRow>,
  { separator, bom }: CsvOptions,
): Readable {
  async function* records() {
    for await (const row of rows) yield cellsOf(row).map(inert);
  }
  const csv = stringify({
    header: true,
    columns: COLUMNS,
    delimiter: separator,
    bom,
    // Every cell, so that none ends at a character that only some spreadsheets part cells by.
    quoted: true,
    quoted_empty: false,
    record_delimiter: 'windows',
  });
  const source = Readable.from(records());
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return source.pipe(csv);
}
