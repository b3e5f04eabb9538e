import type { Counts } from '@pro-kid/contract';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** Anybody can send any partner id, so that a list of all would have no end. */
export const MOST_PARTNERS = 100;
/** Who was counted and then erased, where the count is kept: no row is left to count them by. */
const ERASED_SHARD = -1;

/** The parts of a submission that say where it counts. */
export interface Counted {
  kind: string;
  scope: string | null;
  partner: string | null;
}

interface Change {
  individuals: number;
  organizations: number;
}

/**
 * Changes the counts by these submissions, in the transaction that changes their state.
 *
 * @param by 1 where they count from now on, -1 where they do not any more.
 * @param kept raises those that are kept though their rows go.
 */
export async function changeCounts(
  transaction: Transaction<Tables>,
  engine: Engine,
  counted: readonly Counted[],
  by: 1 | -1,
  kept: 'with-rows' | 'without-rows' = 'with-rows',
): Promise<void> {
  const shard = kept === 'without-rows' ? ERASED_SHARD : Math.floor(Math.random() * engine.shards);
  const rows = [...changesOf(counted, by)]
    .map(([key, change]) => {
      const [scope, partner] = JSON.parse(key) as [string, string];
      return { scope, partner, shard, ...change };
    })
    // All lock in this order, so that none waits for another that waits for it.
    .sort((a, b) => compare(a.scope, b.scope) || compare(a.partner, b.partner));
  for (let start = 0; start < rows.length; start += engine.mostRows) {
    await transaction
      .insertInto('count_shards')
      .values(rows.slice(start, start + engine.mostRows))
      .onConflict((conflict) =>
        conflict.columns(['scope', 'partner', 'shard']).doUpdateSet(({ eb, ref }) => ({
          individuals: eb('count_shards.individuals', '+', ref('excluded.individuals')),
          organizations: eb('count_shards.organizations', '+', ref('excluded.organizations')),
        })),
      )
      .execute();
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function changesOf(counted: readonly Counted[], by: 1 | -1): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const { kind, scope, partner } of counted) {
    // What is signed for no campaign is kept, and belongs to no count.
    if (scope === null) continue;
    for (const part of partner === null ? [''] : ['', partner]) {
      const key = JSON.stringify([scope, part]);
      const change = changes.get(key) ?? { individuals: 0, organizations: 0 };
      if (kind === 'organization') change.organizations += by;
      else change.individuals += by;
      changes.set(key, change);
    }
  }
  return changes;
}

const sums = [
  sql<number>`sum(individuals)`.as('individuals'),
  sql<number>`sum(organizations)`.as('organizations'),
] as const;

/** Reads the counts of a scope; zeros where there is nothing. */
export async function readCounts(
  database: Kysely<Tables>,
  scope: string,
): Promise<Omit<Counts, 'asOf'>> {
  const row = await database
    .selectFrom('count_shards')
    .select(sums)
    .where('scope', '=', scope)
    .where('partner', '=', '')
    .executeTakeFirst();
  // A sum over no row is null.
  return { individuals: row?.individuals ?? 0, organizations: row?.organizations ?? 0 };
}

/** One query, so that no signature comes between the counts of a scope and those of its partners. */
export async function readCountsByPartner(
  database: Kysely<Tables>,
  scope: string,
): Promise<Omit<Counts, 'asOf'>> {
  const rows = await database
    .selectFrom('count_shards')
    .select(['partner', ...sums])
    .where('scope', '=', scope)
    .groupBy('partner')
    .orderBy(sql`case when partner = '' then 0 else 1 end`)
    .orderBy(sql`sum(individuals) + sum(organizations)`, 'desc')
    .orderBy('partner')
    .limit(MOST_PARTNERS + 1)
    .execute();
  const [all, ...parts] = rows;
  const partners = parts.map(
    ({ partner, individuals, organizations }) => [partner, { individuals, organizations }] as const,
  );
  return {
    individuals: all?.individuals ?? 0,
    organizations: all?.organizations ?? 0,
    // Own keys, whatever a partner is called: `__proto__` sets no prototype here.
    partners: Object.fromEntries(
      partners.filter(([, part]) => part.individuals + part.organizations > 0),
    ),
  };
}

const byKind = sql`
  count(*) filter (where kind <> 'organization'),
  count(*) filter (where kind = 'organization')`;

/** Makes all counts anew from the rows that count. What is kept of erased ones stays. */
export async function rebuildCounts(transaction: Kysely<Tables>): Promise<void> {
  await transaction.deleteFrom('count_shards').where('shard', '<>', ERASED_SHARD).execute();
  await sql`insert into count_shards (scope, partner, shard, individuals, organizations)
    select scope, '', 0, ${byKind} from submissions
    where state = 'counted' and scope is not null
    group by scope`.execute(transaction);
  await sql`insert into count_shards (scope, partner, shard, individuals, organizations)
    select scope, partner, 0, ${byKind} from submissions
    where state = 'counted' and scope is not null and partner is not null
    group by scope, partner`.execute(transaction);
}
