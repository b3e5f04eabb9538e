import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { COUNTING_HELP, COUNTING_OPTIONS, readCounting } from '../options/counting-options.ts';
import { readEmail } from '../options/filter-options.ts';
import { Complaint } from '../options/flags.ts';
import type { Store, SubmissionFilter } from '../store/store.ts';
import { interruptible } from './interruption.ts';
import { figure, Progress, submissionCount } from './progress.ts';
import { shownText } from './shown-text.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

export const deleteCommand: Subcommand = {
  options: {
    ...DATABASE_OPTIONS,
    ...COUNTING_OPTIONS,
    email: { type: 'string' },
    id: { type: 'string', multiple: true },
    'keep-counts': { type: 'boolean' },
    yes: { type: 'boolean' },
  },
  help: `Erases all that came from a mailbox: its submissions, its places in the counts, and
what is to be sent for them. Shows them first. Without --yes it does no more than that.
Afterwards nothing tells that they were there, and the person can join anew.

Usage: pro-kid-receiver delete --email <address> [options]
       pro-kid-receiver delete --id <id> [options]

  --email <address>    The mailbox, however its address is written.
  --id <id>            Only this submission. Repeat it for several.
  --keep-counts        Leave the counts as they are. Who joins anew then counts anew.
                       Default: who is erased does not count any more
  --yes                Do it. It cannot be undone.
${COUNTING_HELP}${DATABASE_HELP}`,

  async run(flags) {
    const filter: SubmissionFilter = { email: readEmail(flags), ids: flags.texts('id') };
    if (filter.email === undefined && filter.ids === undefined) {
      throw new Complaint('Say whom or what to erase, with --email or --id.');
    }
    await withStore(flags, await readCounting(flags), async (store) => {
      const total = await show(store, filter);
      if (total === 0) {
        console.log('Nothing is kept of this');
      } else if (flags.is('yes')) {
        await erase(store, filter, { total, keepsCounts: flags.is('keep-counts') });
      } else {
        console.log(`Nothing was erased. With --yes, it is: ${submissionCount(total)}`);
      }
    });
  },
};

async function show(store: Store, filter: SubmissionFilter): Promise<number> {
  let total = 0;
  for await (const row of store.export(filter)) {
    total++;
    const { id, received_at, type, campaign, state, kind, email } = row;
    const what = [received_at, type, campaign ?? '-', state, kind, email ?? '-', id];
    console.log(what.map(shownText).join('  '));
  }
  return total;
}

async function erase(
  store: Store,
  filter: SubmissionFilter,
  { total, keepsCounts }: { total: number; keepsCounts: boolean },
): Promise<void> {
  await interruptible(async (signal) => {
    const progress = new Progress('erased');
    const erased = await store.purge(filter, keepsCounts ? 'keep' : 'drop', {
      signal,
      onProgress: (done) => progress.show(done, total),
    });
    progress.end();
    console.log(
      `Erased: ${submissionCount(erased)}. ${
        keepsCounts ? 'The counts are as before' : 'They do not count any more'
      }`,
    );
    if (signal.aborted) {
      console.error(`Stopped in between. Still there: ${figure(total - erased)}`);
      process.exitCode = 1;
    }
  });
}
