import type { Submission } from '@pro-kid/contract';
import type { Entry } from './store.ts';
import type { Rate } from './limits.ts';
import type { InboxRow } from './tables.ts';

/** By what a batch is to be counted, whoever does it and with whichever options. */
export interface Rules {
  family: boolean;
  limits: readonly Rate[];
}

/** An entry with its canonical JSON. */
export type WrittenEntry = Entry & { body: string };

/** What is kept of submissions that came together. */
export const batchOf = (
  entries: readonly WrittenEntry[],
  rules: Rules,
): Pick<InboxRow, 'size' | 'rules' | 'entries'> => ({
  size: entries.length,
  rules: JSON.stringify(rules),
  // The texts as they are: to write each again would take as long as all the rest of this.
  entries: `[${entries.map(({ body, submission: _, ...known }) => `[${body},${JSON.stringify(known)}]`).join()}]`,
});

/** What {@link batchOf} kept. */
export function readBatch({ rules, entries }: Pick<InboxRow, 'rules' | 'entries'>): {
  rules: Rules;
  entries: Entry[];
} {
  const pairs = JSON.parse(entries) as [Submission, Omit<Entry, 'submission' | 'body'>][];
  return {
    rules: JSON.parse(rules) as Rules,
    entries: pairs.map(([submission, known]) => ({ submission, ...known })),
  };
}
