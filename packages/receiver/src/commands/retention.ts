import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { DAY_MS, readDays } from '../options/times.ts';
import type { ChangeOptions, Store } from '../store/store.ts';
import { interruptible } from './interruption.ts';
import { figure, Progress } from './progress.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

/** For how many days something is kept. */
export const DEFAULT_ADDRESS_DAYS = 30;
export const DEFAULT_PENDING_DAYS = 30;
export const DEFAULT_SUBMISSION_DAYS = 730;

interface Job {
  words: string;
  days: number;
  erase(store: Store, before: string, how: ChangeOptions): Promise<number>;
}

export const retention: Subcommand = {
  options: {
    ...DATABASE_OPTIONS,
    'keep-addresses': { type: 'string' },
    'keep-pending': { type: 'string' },
    'keep-submissions': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  help: `Erases what was kept for long enough, counted from when it was received. The counts
stay as they are. Let it run every day. Receivers may run meanwhile.

Usage: pro-kid-receiver retention [options]

  --keep-addresses <days>
                       IP addresses. Default: ${DEFAULT_ADDRESS_DAYS}d
  --keep-pending <days>
                       What nobody confirmed. Default: ${DEFAULT_PENDING_DAYS}d
  --keep-submissions <days>
                       All others. Default: ${DEFAULT_SUBMISSION_DAYS}d
                       Each is a number of days, such as 90d, or forever.
  --dry-run            Only say how many it would be.
${DATABASE_HELP}`,

  async run(flags) {
    const jobs: Job[] = [
      {
        words: 'IP addresses',
        days: readDays(flags, 'keep-addresses', DEFAULT_ADDRESS_DAYS),
        erase: (store, before, how) => store.eraseAddresses({ before }, how),
      },
      {
        words: 'pending submissions',
        days: readDays(flags, 'keep-pending', DEFAULT_PENDING_DAYS),
        erase: (store, before, how) => store.purge({ before, states: ['pending'] }, 'keep', how),
      },
      {
        words: 'submissions',
        days: readDays(flags, 'keep-submissions', DEFAULT_SUBMISSION_DAYS),
        erase: (store, before, how) =>
          store.purge({ before, states: ['counted', 'repeated', 'flagged'] }, 'keep', how),
      },
    ];
    const preview = flags.is('dry-run');
    const now = Date.now();
    await withStore(flags, {}, (store) =>
      interruptible(async (signal) => {
        for (const { words, days, erase } of jobs) {
          if (signal.aborted) break;
          if (days === Infinity) {
            console.log(`Kept forever: ${words}`);
            continue;
          }
          const before = new Date(now - days * DAY_MS).toISOString();
          const progress = new Progress(words);
          const onProgress = (done: number) => progress.show(done);
          const count = await erase(store, before, { preview, signal, onProgress });
          progress.end();
          const what = `${figure(count)} ${words} received before ${before}`;
          console.log(preview ? `It would erase ${what}` : `Erased ${what}`);
        }
        if (signal.aborted) {
          console.error('Stopped in between. The same command goes on with the others.');
          process.exitCode = 1;
        }
      }),
    );
  },
};
