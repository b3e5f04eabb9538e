import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Campaign } from '@pro-kid/contract';

/** The files of the example sites' campaigns. */
export const CAMPAIGN_FILES: readonly string[] = ['permanent-connections', 'example-petition'].map(
  (id) => fileURLToPath(import.meta.resolve(`@pro-kid/content/campaigns/${id}.json`)),
);

const PLACEHOLDER = 'https://example.org/placeholder';

/** A campaign as its file says, less placeholders of addresses; signatures go to `receiver`. */
export function readCampaign(file: string, receiver: string): Campaign {
  const campaign = JSON.parse(readFileSync(file, 'utf8'), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(PLACEHOLDER) ? undefined : value,
  ) as Campaign;
  const url = `${receiver}/submissions`;
  const counts = { url: `${receiver}/counts?campaign=${campaign.id}` };
  return { ...campaign, endpoint: { url, counts } };
}
