import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { COUNTING_HELP, COUNTING_OPTIONS, readCounting } from '../options/counting-options.ts';
import { FILTER_HELP, FILTER_OPTIONS, isEmpty, readFilter } from '../options/filter-options.ts';
import { Complaint, type Flags } from '../options/flags.ts';
import type { ChangeOptions, Store, SubmissionFilter } from '../store/store.ts';
import { interruptible } from './interruption.ts';
import { previewOf, wordsOf } from './preview.ts';
import { Progress, submissionCount } from './progress.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

const DEFAULT_REASON = 'operator';
const REASON = /^[a-z][a-z0-9-]{0,39}$/;

const OPTIONS = {
  ...FILTER_OPTIONS,
  ...DATABASE_OPTIONS,
  ...COUNTING_OPTIONS,
  reason: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

export const flag: Subcommand = {
  options: OPTIONS,
  help: `Takes submissions out of the counts, and keeps them. Whoever sent the same again is
counted in their place. Without --yes it only says how many they are.

Usage: pro-kid-receiver flag <which> [options]

${FILTER_HELP}
  --reason <code>      Why: lower-case letters, digits and hyphens.
                       Default: ${DEFAULT_REASON}
  --yes                Do it.
${COUNTING_HELP}${DATABASE_HELP}`,

  async run(flags) {
    const filter = readFilter(flags);
    if (isEmpty(filter)) {
      throw new Complaint('Say which submissions, with an option such as --network or --from.');
    }
    const reason = readReason(flags) ?? DEFAULT_REASON;
    await change(flags, {
      filter: { ...filter, states: ['pending', 'counted', 'repeated'] },
      done: `flagged as ${reason}`,
      act: (store, how) => store.flag(filter, reason, how),
    });
  },
};

export const unflag: Subcommand = {
  options: OPTIONS,
  help: `Counts flagged submissions again, unless their person is counted already. Without
--yes it only says how many they are.

Usage: pro-kid-receiver unflag <which> [options]

${FILTER_HELP}
  --reason <code>      Flagged for this reason.
  --yes                Do it.
${COUNTING_HELP}${DATABASE_HELP}`,

  async run(flags) {
    const filter: SubmissionFilter = { ...readFilter(flags), reason: readReason(flags) };
    if (isEmpty(filter)) {
      throw new Complaint('Say which submissions, with an option such as --reason or --id.');
    }
    await change(flags, {
      filter: { ...filter, states: ['flagged'] },
      done: 'given back',
      act: (store, how) => store.unflag(filter, how),
    });
  },
};

interface Change {
  filter: SubmissionFilter;
  /** What they are afterwards. */
  done: string;
  act(store: Store, how: ChangeOptions): Promise<number>;
}

const change = async (flags: Flags, { filter, done, act }: Change): Promise<void> =>
  withStore(flags, await readCounting(flags), async (store) => {
    const preview = await previewOf(store, filter);
    if (preview.total === 0) {
      console.log('There are no such submissions');
      return;
    }
    if (!flags.is('yes')) {
      console.log(wordsOf(preview));
      console.log(`Nothing was changed. With --yes, they are ${done}`);
      return;
    }
    await interruptible(async (signal) => {
      console.log(wordsOf(preview));
      const progress = new Progress(done);
      const onProgress = (changed: number) => progress.show(changed, preview.total);
      const changed = await act(store, { signal, onProgress });
      progress.end();
      console.log(`Now ${done}: ${submissionCount(changed)}`);
      if (signal.aborted) {
        console.error('Stopped in between. The same command goes on with the others.');
        process.exitCode = 1;
      }
    });
  });

function readReason(flags: Flags): string | undefined {
  const reason = flags.text('reason');
  if (reason !== undefined && !REASON.test(reason)) {
    throw new Complaint(
      `--reason takes a code of lower-case letters, digits and hyphens, not "${reason}".`,
    );
  }
  return reason;
}
