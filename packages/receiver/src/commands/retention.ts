import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { DAY_MS, readDays } from '../options/times.ts';
import type { ChangeOptions, Store } from '../store/store.ts';
import { interruptible } from './interruption.ts';
import { figure, Progress } from './progress.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

/** For how many days something is kept. */
export const DEFAULT_ADDRESS_DAYS = 30;
export const DEFAULT_SENT_DAYS = 90;
/** Longer: somebody may still want to know why, or to try again. */
export const DEFAULT_GIVEN_UP_DAYS = 180;
/** After its end a link is still known, so that whoever confirmed in time sees so again. */
export const DEFAULT_LINK_DAYS = 30;
export const DEFAULT_PENDING_DAYS = 30;
export const DEFAULT_SUBMISSION_DAYS = 730;

interface Job {
  words: string;
  /** What happened to them so long ago, where `words` do not say it. */
  since?: string;
  days: number;
  erase(store: Store, before: string, how: ChangeOptions): Promise<number>;
}

export const retention: Subcommand = {
  options: {
    ...DATABASE_OPTIONS,
    'keep-addresses': { type: 'string' },
    'keep-sent': { type: 'string' },
    'keep-given-up': { type: 'string' },
    'keep-links': { type: 'string' },
    'keep-pending': { type: 'string' },
    'keep-submissions': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  help: `Erases what was kept for long enough. The counts stay as they are. Let it run every
day. Receivers may run meanwhile.

Usage: pro-kid-receiver retention [options]

  --keep-addresses <days>
                       IP addresses, from when they came.
                       Default: ${DEFAULT_ADDRESS_DAYS}d
  --keep-sent <days>   Notes of what was sent, from then. Default: ${DEFAULT_SENT_DAYS}d
  --keep-given-up <days>
                       Notes of what could not be sent, from when it was given up.
                       Afterwards it cannot be tried again. Default: ${DEFAULT_GIVEN_UP_DAYS}d
  --keep-links <days>  Links to confirm, from when they ended. Default: ${DEFAULT_LINK_DAYS}d
  --keep-pending <days>
                       Submissions that nobody confirmed, from when they came, and
                       at least until their link ends. Default: ${DEFAULT_PENDING_DAYS}d
  --keep-submissions <days>
                       All others, from when they came. Default: ${DEFAULT_SUBMISSION_DAYS}d
                       Each is a number of days, such as 90d, or forever.
  --dry-run            Only say how many it would be.
${DATABASE_HELP}`,

  async run(flags) {
    const now = Date.now();
    const withoutLinkAt = new Date(now).toISOString();
    // Small things first, so that a dry run counts none that would be gone with its submission.
    const jobs: Job[] = [
      {
        words: 'IP addresses',
        since: 'received',
        days: readDays(flags, 'keep-addresses', DEFAULT_ADDRESS_DAYS),
        erase: (store, before, how) => store.eraseAddresses({ before }, how),
      },
      {
        words: 'notes of what was sent',
        days: readDays(flags, 'keep-sent', DEFAULT_SENT_DAYS),
        erase: ({ outbox: { letters } }, before, how) =>
          letters.eraseFinished({ state: 'done', before }, how),
      },
      {
        words: 'notes of what was given up',
        days: readDays(flags, 'keep-given-up', DEFAULT_GIVEN_UP_DAYS),
        erase: ({ outbox: { letters } }, before, how) =>
          letters.eraseFinished({ state: 'dead', before }, how),
      },
      {
        words: 'links that ended',
        days: readDays(flags, 'keep-links', DEFAULT_LINK_DAYS),
        erase: ({ confirmations }, before, how) => confirmations.eraseEnded(before, how),
      },
      {
        words: 'pending submissions',
        since: 'received',
        days: readDays(flags, 'keep-pending', DEFAULT_PENDING_DAYS),
        erase: (store, before, how) =>
          store.purge({ before, states: ['pending'], withoutLinkAt }, 'keep', how),
      },
      {
        words: 'submissions',
        since: 'received',
        days: readDays(flags, 'keep-submissions', DEFAULT_SUBMISSION_DAYS),
        erase: (store, before, how) =>
          store.purge({ before, states: ['counted', 'repeated', 'flagged'] }, 'keep', how),
      },
    ];
    const preview = flags.is('dry-run');
    await withStore(flags, {}, (store) =>
      interruptible(async (signal) => {
        for (const { words, since, days, erase } of jobs) {
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
          const what = [figure(count), words, since ?? [], 'before', before].flat().join(' ');
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
