import { randomUUID } from 'node:crypto';
import type { NamedSubmission, Submission } from '@pro-kid/contract';
import { individualSubmission, organizationMember } from '@pro-kid/contract/testing';
import { fingerprint } from '../canonical-json.ts';
import type { Entry } from '../store/store.ts';

/** A valid submission of a person nobody else is. */
export function newSubmission(): NamedSubmission {
  const id = randomUUID();
  const member = { ...individualSubmission.member, email: `${id}@example.org` };
  return { ...individualSubmission, id, member };
}

/** What makes a pledge different from others. */
interface PledgeParts {
  campaign?: string | undefined;
  partner?: string | undefined;
  kind?: Submission['member']['kind'];
  type?: 'pledge' | 'petition';
}

/** A valid pledge, or petition, of somebody nobody else is. */
export function newPledge({
  campaign = 'permanent-connections',
  partner,
  kind = 'individual',
  type = 'pledge',
}: PledgeParts = {}): Submission {
  const { id, member, ...rest } = newSubmission();
  const members: Record<typeof kind, Submission['member']> = {
    individual: member,
    organization: { ...organizationMember, email: `${id}@example.org` },
    anonymous: { kind: 'anonymous' },
  };
  return {
    ...rest,
    id,
    type,
    member: members[kind],
    ...(type === 'pledge'
      ? { pledge: { commitments: ['share'], showName: false } }
      : { petition: { showName: false } }),
    source: { widget: `pro-kid-${type}`, widgetVersion: '0.1.0', campaign, partner },
  };
}

/** The same content with its keys the other way round, at every depth. */
export function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, withKeysReversed(part)]);
  return Object.fromEntries(entries.reverse());
}

/** A submission as it arrives at the store. */
export const entryOf = (submission: Submission, parts: Partial<Entry> = {}): Entry => ({
  submission,
  fingerprint: fingerprint(submission),
  ...parts,
});

/** The submission as if sent by somebody else, or by the same one anew: with an id of its own. */
export function sentBy<Sent extends Submission>(
  submission: Sent,
  member: Partial<NamedSubmission['member']> = {},
): Sent {
  return {
    ...submission,
    id: randomUUID(),
    member: { ...submission.member, ...member },
  };
}
