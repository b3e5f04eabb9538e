import type { Submission } from '@pro-kid/contract';
import type { Transaction } from 'kysely';
import { isOfTheFamily } from '../people/same-family.ts';
import type { SubmissionRow, Tables } from './tables.ts';

/** What is needed of a submission to give its person a counted place. */
export type Claim = Pick<SubmissionRow, 'id' | 'scope' | 'person' | 'body'>;

type NamedClaim = Claim & { scope: string; person: string };

/**
 * Gives people the one counted place that each has in a scope, in the order in which they ask.
 *
 * @param family whether a second of a family may be counted on one e-mail address.
 * @returns the ids of those that do not count, since their person holds a place already.
 */
export async function claimPlaces(
  transaction: Transaction<Tables>,
  claims: readonly Claim[],
  family: boolean,
): Promise<Set<string>> {
  // Who has no name cannot be told from others, and who signs for no campaign is in no count.
  const named = claims
    .filter((claim): claim is NamedClaim => claim.scope !== null && claim.person !== null)
    .sort((a, b) => compare(a.scope, b.scope) || compare(a.person, b.person));
  if (named.length === 0) return new Set();

  const holders = new Set(await insertPlaces(transaction, named, 1));
  const late = named.filter(({ id }) => !holders.has(id));
  if (late.length === 0) return new Set();

  const ofFamily = family ? await claimBesideFamily(transaction, late) : new Set<string>();
  return new Set(late.map(({ id }) => id).filter((id) => !ofFamily.has(id)));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function insertPlaces(
  transaction: Transaction<Tables>,
  claims: readonly NamedClaim[],
  place: number,
): Promise<string[]> {
  const taken = await transaction
    .insertInto('people')
    .values(claims.map(({ id, scope, person }) => ({ scope, person, place, submission_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('submission_id')
    .execute();
  return taken.map((row) => row.submission_id);
}

/** One after the other, since two of them can be of one family. They are few. */
async function claimBesideFamily(
  transaction: Transaction<Tables>,
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
    for (const id of await insertPlaces(transaction, [claim], 2)) given.add(id);
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
