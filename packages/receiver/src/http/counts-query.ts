import { check, source } from '@pro-kid/contract';
import type { CountsScope } from '../store/store.ts';

/**
 * What the parameters of `GET /counts` ask for; undefined for any that are not understood: a slip such
 * as `campain=…` would otherwise be answered with the figures of something else.
 */
export function readCountsQuery(
  parameters: Readonly<Record<string, string[]>>,
): CountsScope | undefined {
  const { campaign: campaigns, by, ...others } = parameters;
  if (Object.keys(others).length > 0) return undefined;
  if (campaigns === undefined) return by === undefined ? {} : undefined;

  const [text] = campaigns;
  // By the rule that submissions follow, so that the same text means the same campaign.
  const verdict = check(source.shape.campaign, text);
  if (campaigns.length > 1 || !verdict.valid) return undefined;
  if (by !== undefined && (by.length > 1 || by[0] !== 'partner')) return undefined;
  return { campaign: verdict.value, byPartner: by !== undefined };
}
