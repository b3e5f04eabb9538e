import type { Submission } from '@pro-kid/contract';
import type { Transaction } from 'kysely';
import { isOfTheFamily } from '../people/same-family.ts';
import type { Engine } from './engine.ts';
import { insertNew, type InsertedTable } from './insert-new.ts';
import type { SubmissionRow, Tables } from './tables.ts';

/** What is needed of a submission to give its person a counted place. */
export type Claim = Pick<SubmissionRow, 'id' | 'scope' | 'person' | 'body'>;

export interface ClaimOptions {
  engine: Engine;
  /** Whether a second of a family may be counted on one e-mail address. */
  family: boolean;
}

type NamedClaim = Claim & { scope: string; person: string };

/**
 * Gives people the one counted place that each has in a scope, in the order in which they ask.
 *
 * @returns the ids of those that do not count, since their person holds a place already.
 */
export async function claimPlaces(
  transaction: Transaction<Tables>,
  claims: readonly Claim[],
  { engine, family }: ClaimOptions,
): Promise<Set<string>> {
  // Who has no name cannot be told from others, and who signs for no campaign is in no count.
  const named = claims
    .filter((claim): claim is NamedClaim => claim.scope !== null && claim.person !== null)
    .sort((a, b) => compare(a.scope, b.scope) || compare(a.person, b.person));
  if (named.length === 0) return new Set();

  const holders = await insertPlaces(transaction, engine, named, 1);
  const late = named.filter(({ id }) => !holders.has(id));
  if (late.length === 0) return new Set();

  const ofFamily = family ? await claimBesideFamily(transaction, engine, late) : new Set<string>();
  return new Set(late.map(({ id }) => id).filter((id) => !ofFamily.has(id)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const PEOPLE: InsertedTable<'people'> = {
  name: 'people',
  columns: { scope: 'text', person: 'text', place: 'integer', submission_id: 'text' },
  returning: 'submission_id',
};

const insertPlaces = (
  transaction: Transaction<Tables>,
  engine: Engine,
  claims: readonly NamedClaim[],
  place: number,
): Promise<Set<string>> =>
  insertNew(
    transaction,
    engine,
    PEOPLE,
    claims.map(({ id, scope, person }) => ({ scope, person, place, submission_id: id })),
  );

/** One after the other, since two of them can be of one family. They are few. */
async function claimBesideFamily(
  transaction: Transaction<Tables>,
  engine: Engine,
  claims: readonly NamedClaim[],
): Promise<Set<string>> {
  const given = new Set<string>();
  for (const claim of claims) {
    const holders = await transaction
      .selectFrom('people')
      .innerJoin('submissions', 'submissions.id', 'people.submission_id')
      .select('submissions.body')
      .where('people.scope', '=', claim.scope)
      .where('people.person', '=', claim.person)
      .execute();
    if (!isOfTheFamily(memberOf(claim), holders.map(memberOf))) continue;
    for (const id of await insertPlaces(transaction, engine, [claim], 2)) given.add(id);
  }
  return given;
}

const memberOf = ({ body }: { body: string }) => (JSON.parse(body) as Submission).member;

/** Takes back the places that these submissions hold. */
export async function releasePlaces(
  transaction: Transaction<Tables>,
  rows: readonly Pick<SubmissionRow, 'id' | 'scope' | 'person'>[],
): Promise<void> {
  const byScope = Map.groupBy(
    rows.filter(({ person }) => person !== null),
    ({ scope }) => scope,
  );
  for (const [scope, held] of byScope) {
    if (scope === null) continue;
    await transaction
      .deleteFrom('people')
      .where('scope', '=', scope)
      .where(
        'person',
        'in',
        held.map(({ person }) => person!),
      )
      .where(
        'submission_id',
        'in',
        held.map(({ id }) => id),
      )
      .execute();
  }
}
