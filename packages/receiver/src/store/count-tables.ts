import type { Counts, Submission } from '@pro-kid/contract';
import type { Kysely } from 'kysely';
import type { Tables } from './sqlite-schema.ts';
import type { CountsScope } from './store.ts';

/** Anybody can send any partner id, so that a list of all would have no end. */
export const MOST_PARTNERS = 100;

const ALL_JOINS = { id: 1 };

/** Counts a submission that was just kept, in the same transaction. */
export async function raiseCounts(
  transaction: Kysely<Tables>,
  { type, member, source: { campaign, partner } }: Submission,
): Promise<void> {
  const isOrganization = member.kind === 'organization';
  const one = { individuals: isOrganization ? 0 : 1, organizations: isOrganization ? 1 : 0 };

  if (type === 'join') {
    await transaction
      .insertInto('join_counts')
      .values({ ...ALL_JOINS, ...one })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ eb }) => ({
          individuals: eb('join_counts.individuals', '+', one.individuals),
          organizations: eb('join_counts.organizations', '+', one.organizations),
        })),
      )
      .execute();
    return;
  }
  // What is signed for no campaign is kept, and belongs to no count.
  if (campaign === undefined) return;
  await transaction
    .insertInto('campaign_counts')
    .values({ campaign, ...one })
    .onConflict((conflict) =>
      conflict.column('campaign').doUpdateSet(({ eb }) => ({
        individuals: eb('campaign_counts.individuals', '+', one.individuals),
        organizations: eb('campaign_counts.organizations', '+', one.organizations),
      })),
    )
    .execute();
  if (partner === undefined) return;
  await transaction
    .insertInto('partner_counts')
    .values({ campaign, partner, ...one })
    .onConflict((conflict) =>
      conflict.columns(['campaign', 'partner']).doUpdateSet(({ eb }) => ({
        individuals: eb('partner_counts.individuals', '+', one.individuals),
        organizations: eb('partner_counts.organizations', '+', one.organizations),
      })),
    )
    .execute();
}

/** Reads the counts of a scope by their key; zeros where there is nothing. */
export async function readCounts(
  database: Kysely<Tables>,
  { campaign, byPartner = false }: CountsScope,
): Promise<Omit<Counts, 'asOf'>> {
  if (campaign === undefined) {
    const joins = await database
      .selectFrom('join_counts')
      .select(['individuals', 'organizations'])
      .where('id', '=', ALL_JOINS.id)
      .executeTakeFirst();
    return joins ?? { individuals: 0, organizations: 0 };
  }
  if (byPartner) return readByPartner(database, campaign);
  const signatures = await database
    .selectFrom('campaign_counts')
    .select(['individuals', 'organizations'])
    .where('campaign', '=', campaign)
    .executeTakeFirst();
  return signatures ?? { individuals: 0, organizations: 0 };
}

/** One query, so that no signature comes between the campaign's counts and those of its partners. */
async function readByPartner(
  database: Kysely<Tables>,
  campaign: string,
): Promise<Omit<Counts, 'asOf'>> {
  const rows = await database
    .selectFrom('campaign_counts as all')
    .leftJoin('partner_counts as part', 'part.campaign', 'all.campaign')
    .where('all.campaign', '=', campaign)
    .select(['all.individuals', 'all.organizations', 'part.partner'])
    .select(['part.individuals as partIndividuals', 'part.organizations as partOrganizations'])
    .orderBy('part.signatures', 'desc')
    .orderBy('part.partner')
    .limit(MOST_PARTNERS)
    .execute();
  const partners = rows.flatMap(({ partner, partIndividuals, partOrganizations }) =>
    partner === null
      ? []
      : [[partner, { individuals: partIndividuals!, organizations: partOrganizations! }] as const],
  );
  const { individuals = 0, organizations = 0 } = rows[0] ?? {};
  // Own keys, whatever a partner is called: `__proto__` sets no prototype here.
  return { individuals, organizations, partners: Object.fromEntries(partners) };
}
