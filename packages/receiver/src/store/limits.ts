import { sql, type Transaction } from 'kysely';
import { scopeOf } from '../people/scope-of.ts';
import type { Entry } from './store.ts';
import type { Tables } from './tables.ts';

/** How many submissions of one scope may come from one address in a time. */
export interface Rate {
  most: number;
  seconds: number;
}

/**
 * Finds entries that are more than their address may send, by what it sent before. The rows say so, and
 * not the memory of one process, so that it holds over several of them and over a restart.
 */
export async function findOverLimit(
  transaction: Transaction<Tables>,
  entries: readonly Entry[],
  limits: readonly Rate[],
  now: number,
): Promise<Set<Entry>> {
  const held = entries.filter(
    (entry) => entry.isLimited && entry.address && scopeOf(entry.submission) !== null,
  );
  const over = new Set<Entry>();
  if (held.length === 0 || limits.length === 0) return over;

  const before = await countBefore(transaction, [...new Set(held.map(keyOf))], limits, now);
  for (const entry of held) {
    const counts = before.get(keyOf(entry))!;
    if (counts.some((count, index) => count >= limits[index]!.most)) over.add(entry);
    // It is one more for those that came with it.
    counts.forEach((count, index) => (counts[index] = count + 1));
  }
  return over;
}

const keyOf = ({ address, submission }: Entry) => JSON.stringify([address, scopeOf(submission)]);

/**
 * How many each address sent to a scope within the time of each limit. Counts no further than the
 * limit, so that an address that sends a million costs no more than one that sends ten.
 */
async function countBefore(
  transaction: Transaction<Tables>,
  keys: readonly string[],
  limits: readonly Rate[],
  now: number,
): Promise<Map<string, number[]>> {
  const held = keys.map((key) => {
    const [address, scope] = JSON.parse(key) as [string, string];
    return sql`(cast(${address} as text), cast(${scope} as text))`;
  });
  const counts = limits.map(({ most, seconds }, index) => {
    const start = new Date(now - seconds * 1000).toISOString();
    return sql`(
      select count(*) from (
        select 1 from submissions
        where submissions.address = held.address and submissions.scope = held.scope
          and submissions.received_at > ${start}
        order by submissions.received_at desc limit ${most}
      ) as recent
    ) as ${sql.id(`limit_${index}`)}`;
  });
  const { rows } = await sql<{ address: string; scope: string } & Record<string, number | string>>`
    with held (address, scope) as (values ${sql.join(held)})
    select held.address, held.scope, ${sql.join(counts)} from held`.execute(transaction);
  return new Map(
    rows.map((row) => [
      JSON.stringify([row.address, row.scope]),
      limits.map((_, index) => Number(row[`limit_${index}`])),
    ]),
  );
}
