import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../docs/embed/hostile-pages.md');

/** What is looked at, in the order of the table's columns. */
const checks = ['box', 'text', 'click', 'sent', 'page'] as const;
export type Check = (typeof checks)[number];

interface RowTitle {
  name: string;
  version?: string;
  /** When it comes, from our point of view. */
  loaded?: string;
  isOptional?: boolean;
}

/** How a page with one strange thing on it went. */
export class Row {
  readonly title: string[];
  readonly isOptional: boolean;
  /** What the thing does to pages, or why none of ours can work, in few words. */
  does: readonly string[] = [];
  readonly #verdicts = new Map<Check, string>();
  readonly #faults: unknown[] = [];

  constructor({ name, version, loaded, isOptional = false }: RowTitle) {
    this.isOptional = isOptional;
    this.title = [name, version, loaded].filter((cell) => cell !== undefined);
  }

  /** Has a check end in a verdict; its failure is kept for `close()`, so that the others run too. */
  async check(check: Check, verdict: string, run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
      this.#verdicts.set(check, verdict);
    } catch (error) {
      this.#verdicts.set(check, 'FAILED');
      this.#faults.push(error);
    }
  }

  /** Fails where a check did. */
  close(): void {
    const [first, ...others] = this.#faults;
    if (others.length > 0) {
      assert.fail(this.#faults.map((fault) => (fault as Error).message).join('\n\n'));
    }
    if (first) throw first;
  }

  get verdicts(): string[] {
    return checks.map((check) => this.#verdicts.get(check) ?? '–');
  }

  get line(): string {
    return `| ${[...this.title, ...this.verdicts, this.does.join('; ') || '–'].join(' | ')} |`;
  }
}

/**
 * Prints the table of what ran, and holds the documentation to it: the same rows with the same
 * versions and verdicts. `UPDATE_DOCS=1` writes them there; rows that did not run stay.
 */
export function reportTable(
  heading: string,
  rows: readonly Row[],
  all: readonly { name: string }[],
): void {
  console.log(`\n${heading}\n${rows.map(({ line }) => line).join('\n')}\n`);
  const page = readFileSync(PAGE, 'utf8');
  const [, table] = new RegExp(`\\n## ${heading}\\n[^]*?(\\n\\|.*\\|\\n(?:\\|.*\\|\\n)+)`).exec(
    page,
  )!;
  const [head, rule, ...lines] = table!.trim().split('\n');
  const documented = lines.map(cellsOf);
  const names = new Set(all.map(({ name }) => name));
  const ran = new Set(rows.map(({ title: [name = ''] }) => name));
  if (process.env['UPDATE_DOCS']) {
    const kept = documented.filter(([name = '']) => names.has(name) && !ran.has(name));
    const all = [head, rule, ...rows.map(({ line }) => line), ...kept.map(toLine)];
    writeFileSync(PAGE, page.replace(table!, `\n${all.join('\n')}\n`));
    return;
  }
  assert.deepEqual(new Set(documented.map(([name]) => name)), names, `${PAGE}: ${heading}`);
  for (const [name, ...cells] of documented) {
    const own = rows.filter(({ title }) => title[0] === name);
    const isThere = own.some((row) => row.isOptional || isAbout(row, [name!, ...cells]));
    assert.ok(isThere || own.length === 0, `${PAGE}: ${name} ${cells[0]} is not tried any more.`);
  }
  for (const row of rows) {
    const wanted = [...row.title, ...row.verdicts];
    const written = documented.find((cells) => isAbout(row, cells))?.slice(0, wanted.length);
    // Another version of it than the documentation was written with.
    if (!written && row.isOptional) continue;
    assert.deepEqual(written, wanted, `${PAGE} has another table: UPDATE_DOCS=1 writes it anew.`);
  }
}

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const toLine = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** Whether a row of the page is of the same name, version and time. */
const isAbout = ({ title }: Row, cells: string[]) =>
  title.every((cell, index) => cell === cells[index]);
