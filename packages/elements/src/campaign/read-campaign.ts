import type { Campaign } from '@pro-kid/contract';
import type { WarningCode } from '../diagnostics/warn.ts';
import { fetchText } from '../files/fetch-text.ts';
import { campaignShape } from './campaign-shape.ts';

/** Where a page may put a campaign. */
interface Brought extends HTMLElement {
  /** The address of a campaign's file. */
  src: string;
  /** A campaign itself. */
  definition: Campaign | null;
}

/** A campaign, or why there is none, for the integrator. */
export type ReadCampaign = { campaign: Campaign } | { code: WarningCode; message: string };

const HOW = '"npx @pro-kid/contract check" says what to correct.';

/**
 * Reads the campaign that a page brings: in the `definition` property, in the file at `src`, or in a
 * script between the tags. The signal gives up on a file.
 */
export async function readCampaign(
  { definition, src }: Brought,
  script: Element | null,
  type: Campaign['type'],
  signal: AbortSignal,
): Promise<ReadCampaign> {
  if (definition) return checked(definition, type, 'the definition property');
  if (!src) return parsed(script!.textContent, type, 'the <script> between the tags');
  const text = await fetchText(src, signal).catch((error: Error) => error);
  if (typeof text === 'string') return parsed(text, type, `src="${src}"`);
  const message = `the campaign at src="${src}" cannot be had: ${text.message}.`;
  return { code: 'campaign-unreachable', message };
}

function parsed(text: string, type: Campaign['type'], place: string): ReadCampaign {
  try {
    return checked(JSON.parse(text), type, place);
  } catch (error) {
    const message = `${place} is no JSON: ${(error as Error).message}. ${HOW}`;
    return { code: 'campaign-invalid', message };
  }
}

function checked(value: unknown, type: Campaign['type'], place: string): ReadCampaign {
  const fault = campaignShape(value);
  if (fault !== undefined) {
    const message = `${place} is no campaign: see ${fault || 'the whole of it'}. ${HOW}`;
    return { code: 'campaign-invalid', message };
  }
  const campaign = value as Campaign;
  if (campaign.type === type) return { campaign };
  const message = `${place} is a ${campaign.type}. Use <pro-kid-${campaign.type}> for it.`;
  return { code: 'campaign-type', message };
}
