import type { Issue } from '@pro-kid/contract';
import type * as Check from '../fact-card/check-issue.ts';
import { safeAddress } from '../files/fetch-text.ts';

/** What a card of the deck shows: an issue, the id of one that is built in, or the address of its file. */
export type DeckEntry = { issue: string | Issue } | { src: string };

/** An entry, or what is wrong with it, by JSON pointer. */
export type EntryVerdict = { entry: DeckEntry } | { fault: string };

/** The entries of a deck file as they stand there, to be read one by one: there may be hundreds. */
export interface DeckFile {
  values: readonly unknown[];
  read(index: number): EntryVerdict;
  /** What is wrong with the file around its entries. */
  faults: string[];
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads `{ "issues": [ … ] }`, or the list alone. Each entry is an issue, its id, or the address of
 * its file, which may be relative to that of the deck file.
 */
export async function readDeck(
  value: unknown,
  base: string,
): Promise<DeckFile | { fault: string }> {
  const isList = Array.isArray(value);
  const { issues, ...others } = isList
    ? { issues: value }
    : ((value ?? {}) as { issues?: unknown });
  if (!Array.isArray(issues)) return { fault: '/issues (required)' };
  const place = isList ? '' : '/issues';
  if (issues.length === 0) return { fault: `${place || '/'} (empty)` };
  // It brings the schema library along, which ids and addresses do not need.
  const check = issues.some(isObject) ? await import('../fact-card/check-issue.ts') : undefined;
  return {
    values: issues,
    read: (index) => readEntry(issues[index], base, `${place}/${index}`, check),
    faults: Object.keys(others).map((key) => `/${key} (unknown)`),
  };
}

function readEntry(
  value: unknown,
  base: string,
  pointer: string,
  check: typeof Check | undefined,
): EntryVerdict {
  if (typeof value === 'string') {
    if (ID.test(value)) return { entry: { issue: value } };
    const src = safeAddress(value, base);
    return src ? { entry: { src } } : { fault: `${pointer} (url)` };
  }
  if (!check || !isObject(value)) return { fault: `${pointer} (type)` };
  const verdict = check.checkIssue(value);
  if (verdict.valid) return { entry: { issue: verdict.value } };
  const [first] = verdict.errors;
  return { fault: `${pointer}${first?.pointer ?? ''} (${first?.code ?? 'type'})` };
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
