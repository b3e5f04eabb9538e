import { DEFAULT_ADDRESS_DAYS } from '../commands/retention.ts';
import { DAY_MS } from '../options/times.ts';
import type { OpenDatabase } from '../store/engine.ts';
import { countFaulty } from '../store/inbox-faults.ts';
import { hasBatches } from '../store/take-batches.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

const HOUR_MS = 3_600_000;

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();

/** Whether something waits to be sent for too long, and whether anything is kept for too long. */
export async function* checkKept({ database }: OpenDatabase): AsyncGenerator<Finding> {
  const count = async (where: 'dead' | 'late') => {
    const query = database.selectFrom('outbox').select(({ fn }) => fn.countAll().as('count'));
    const { count } = await (
      where === 'dead'
        ? query.where('state', '=', 'dead')
        : query.where('state', '=', 'waiting').where('due_at', '<', ago(HOUR_MS))
    ).executeTakeFirstOrThrow();
    return Number(count);
  };
  const late = await count('late');
  const dead = await count('dead');
  if (late > 0) {
    yield warning(
      `${late} to be sent should have been sent an hour ago or earlier.`,
      'Look whether a receiver runs, and whether it reaches where they go.',
    );
  }
  if (dead > 0) {
    yield warning(`${dead} to be sent were given up.`, 'See why with pro-kid-receiver outbox.');
  }
  if (late + dead === 0) yield ok('Nothing that is to be sent is late.');

  const faulty = await countFaulty(database);
  if (faulty > 0) {
    yield problem(
      `${faulty} that were acknowledged cannot be counted. They are in the table "inbox", and in no export.`,
      'Make a copy of the database, and tell us of the code that is in the column "fault". A newer version tries them again when it starts.',
    );
  }

  if (await hasBatches(database, ago(HOUR_MS))) {
    yield warning(
      'What came in a rush an hour ago or earlier is not counted yet.',
      'Look whether a receiver runs, and whether its log says "Counting failed".',
    );
  }

  const old = await database
    .selectFrom('submissions')
    .select('id')
    .where('address', 'is not', null)
    // A day more, for whoever erases them once a day.
    .where('received_at', '<', ago((DEFAULT_ADDRESS_DAYS + 1) * DAY_MS))
    .limit(1)
    .executeTakeFirst();
  if (old) {
    yield warning(
      `IP addresses are kept for longer than ${DEFAULT_ADDRESS_DAYS} days.`,
      'Run every day: pro-kid-receiver retention',
    );
  }
}
