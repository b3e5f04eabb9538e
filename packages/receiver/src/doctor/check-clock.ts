import { sql } from 'kysely';
import type { OpenDatabase } from '../store/engine.ts';
import { ok, problem, type Finding } from './finding.ts';

const MOST_APART_MS = 5_000;
const REMEDY = 'Set the clock by the network: timedatectl set-ntp true';

/** Whether this computer's clock agrees with the database server's, and with what came before. */
export async function* checkClock({ database, engine }: OpenDatabase): AsyncGenerator<Finding> {
  const newest = await database
    .selectFrom('submissions')
    .select('received_at')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest && Date.parse(newest.received_at) > Date.now() + MOST_APART_MS) {
    yield problem(
      `The clock went back: the last submission came at ${newest.received_at}, and it is ${new Date().toISOString()}.`,
      REMEDY,
    );
    return;
  }
  if (engine.name === 'postgres') {
    const asked = Date.now();
    const { rows } = await sql<{ now: number }>`
      select extract(epoch from clock_timestamp())::float8 * 1000 as now`.execute(database);
    const apart = Math.abs(rows[0]!.now - (asked + Date.now()) / 2);
    if (apart > MOST_APART_MS) {
      yield problem(
        `The clocks of this computer and of the database are ${Math.round(apart / 1000)} seconds apart.`,
        REMEDY,
      );
      return;
    }
  }
  yield ok(`The clock is plausible: ${new Date().toISOString()}.`);
}
