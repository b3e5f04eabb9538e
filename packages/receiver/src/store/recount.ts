import type { Transaction } from 'kysely';
import { rebuildCounts } from './count-shards.ts';
import type { Engine } from './engine.ts';
import type { Correction } from './store.ts';
import type { Tables } from './tables.ts';

type Sums = Map<string, Correction['before']>;

const NONE = { individuals: 0, organizations: 0 };

/** Makes all counts anew, and returns those that change by it. */
export async function recount(
  transaction: Transaction<Tables>,
  engine: Engine,
): Promise<Correction[]> {
  await engine.lockCounts(transaction);
  const before = await readSums(transaction);
  await rebuildCounts(transaction);
  const after = await readSums(transaction);

  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((key) => {
    const [scope, partner] = JSON.parse(key) as [string, string];
    const was = before.get(key) ?? NONE;
    const is = after.get(key) ?? NONE;
    const isSame = was.individuals === is.individuals && was.organizations === is.organizations;
    return isSame ? [] : [{ scope, partner, before: was, after: is }];
  });
}

async function readSums(transaction: Transaction<Tables>): Promise<Sums> {
  const rows = await transaction
    .selectFrom('count_shards')
    .select(({ fn }) => [
      'scope',
      'partner',
      fn.sum<number>('individuals').as('individuals'),
      fn.sum<number>('organizations').as('organizations'),
    ])
    .groupBy(['scope', 'partner'])
    .execute();
  return new Map(
    rows.map(({ scope, partner, ...sums }) => [JSON.stringify([scope, partner]), sums]),
  );
}
