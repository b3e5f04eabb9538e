import type { Campaign, FieldError, Submission } from '@pro-kid/contract';
import { campaignErrors } from './campaign-errors.ts';

/** Why a campaign does not take a signature: it is not open, or fields are wrong. */
export type Refusal =
  | { problem: 'campaign-not-open' | 'campaign-closed' }
  | { problem: 'validation'; errors: FieldError[] };

/**
 * Why the campaign of a pledge or petition does not take it; undefined where it does, or where the
 * campaign is not known here, so that one receiver can serve campaigns that others own.
 *
 * @param campaigns those that are known, by id.
 * @param now in milliseconds since 1970, by this server's clock: a visitor's can be set.
 */
export function refuseSignature(
  submission: Submission,
  campaigns: ReadonlyMap<string, Campaign>,
  now: number,
): Refusal | undefined {
  if (submission.type === 'join') return undefined;
  const campaign = campaigns.get(submission.source.campaign ?? '');
  if (campaign === undefined) return undefined;

  const { opens, closes } = campaign;
  if (opens !== undefined && now < Date.parse(opens)) return { problem: 'campaign-not-open' };
  if (closes !== undefined && now >= Date.parse(closes)) return { problem: 'campaign-closed' };
  const errors = campaignErrors(campaign, submission);
  return errors.length > 0 ? { problem: 'validation', errors } : undefined;
}
