import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import type { Correction } from '../store/store.ts';
import { figure } from './progress.ts';
import { shownText } from './shown-text.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const recount: Subcommand = {
  options: DATABASE_OPTIONS,
  help: `Makes all counts anew from the submissions that count, and says which were wrong.
What was counted of erased ones stays. Receivers may run meanwhile: their submissions
wait for it.

Usage: pro-kid-receiver recount [options]

${DATABASE_HELP}`,

  run: (flags) =>
    withStore(flags, {}, async (store) => {
      const corrections = await store.recount();
      for (const correction of corrections) console.log(wordsOf(correction));
      console.log(
        corrections.length === 0
          ? 'All counts were right'
          : `Counts that were wrong and are right now: ${figure(corrections.length)}`,
      );
    }),
};

function wordsOf({ scope, partner, before, after }: Correction): string {
  const where = scope === '' ? 'joins' : `campaign ${shownText(scope)}`;
  const through = partner === '' ? '' : `, partner ${shownText(partner)}`;
  const figures = ({ individuals, organizations }: Correction['before']) =>
    `${figure(individuals)} individuals and ${figure(organizations)} organizations`;
  return `${where}${through}: were ${figures(before)}, are ${figures(after)}`;
}
