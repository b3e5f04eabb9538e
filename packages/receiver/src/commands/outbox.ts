import type { DeadLetters, OutboxCount, WhichDead } from '../outbox/dead-letters.ts';
import { DATABASE_HELP, DATABASE_OPTIONS } from '../options/database-options.ts';
import { Complaint, type Flags } from '../options/flags.ts';
import { figure } from './progress.ts';
import { shownText } from './shown-text.ts';
import type { Subcommand } from './subcommand.ts';
import { withStore } from './with-store.ts';

const MOST_SHOWN = 50;
const ALL = 'all-dead';
const STATES = { waiting: 'waiting', done: 'sent', dead: 'given up' } as const;

export const outbox: Subcommand = {
  options: {
    ...DATABASE_OPTIONS,
    replay: { type: 'string' },
    drop: { type: 'string' },
    yes: { type: 'boolean' },
  },
  help: `Says what is still to be sent for submissions, what was sent, and what was given up
and why. Shows nothing of a person. What was given up can be tried again, or erased.

Usage: pro-kid-receiver outbox [options]

  --replay <which>     Try again what was given up: an id, the name of a target, or
                       ${ALL}. A receiver that runs sends it.
  --drop <which>       Erase what was given up, instead. Without --yes it only says
                       how many they are.
  --yes                Do it.
${DATABASE_HELP}`,

  async run(flags) {
    const replay = whichOf(flags, 'replay');
    const drop = whichOf(flags, 'drop');
    if (replay && drop) throw new Complaint('Either --replay or --drop can be done at a time.');
    await withStore(flags, {}, async ({ outbox: { letters } }) => {
      if (replay) {
        tell(await letters.replay(replay), 'Tried again from now on');
      } else if (drop && flags.is('yes')) {
        tell(await letters.drop(drop), 'Erased');
      } else if (drop) {
        tell(await letters.countDead(drop), 'Nothing was erased. With --yes, it is');
      } else {
        await list(letters);
      }
    });
  },
};

function whichOf(flags: Flags, option: 'replay' | 'drop'): WhichDead | undefined {
  const name = flags.text(option);
  if (name === undefined) return undefined;
  return name === ALL ? { all: true } : { name };
}

const tell = (count: number, done: string) =>
  console.log(count === 0 ? 'Nothing of this was given up' : `${done}: ${figure(count)}`);

async function list(letters: DeadLetters): Promise<void> {
  const counts = await letters.count();
  if (counts.length === 0) {
    console.log('The outbox is empty');
    return;
  }
  for (const [place, states] of Map.groupBy(counts, placeOf)) {
    const parts = states.map(({ state, count }) => `${figure(count)} ${STATES[state]}`);
    console.log(`${place}: ${parts.join(', ')}`);
  }
  const dead = await letters.dead(MOST_SHOWN);
  for (const letter of dead) {
    const { id, finishedAt, attempts, error } = letter;
    const tries = `after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
    const line = [finishedAt, placeOf(letter), 'given up', tries, error, id];
    console.log(line.map(shownText).join('  '));
  }
  if (dead.length === MOST_SHOWN) console.log(`These are the latest ${MOST_SHOWN}`);
}

const placeOf = ({ kind, target }: Pick<OutboxCount, 'kind' | 'target'>) =>
  shownText(target === '' ? kind : `${kind} to ${target}`);
