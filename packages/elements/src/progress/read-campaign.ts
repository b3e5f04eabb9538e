import type { CountsSource } from '@pro-kid/client';
import { warn } from '../diagnostics/warn.ts';
import { fetchText } from '../files/fetch-text.ts';
import type { Goal } from './next-goal.ts';

/** What a campaign's file says of its signatures. */
export interface CountedCampaign {
  id: string;
  goal: Goal;
  counts: CountsSource | undefined;
}

/**
 * Gets a campaign's file and takes from it what is needed to show how far it has come, whatever else
 * stands there. Undefined, and the integrator is told, where there is no good one.
 */
export async function readCampaign(
  host: Element,
  src: string,
  signal: AbortSignal,
): Promise<CountedCampaign | undefined> {
  const text = await fetchText(src, signal).catch((error: Error) => error);
  if (signal.aborted) return undefined;
  if (typeof text !== 'string') {
    const message = `the campaign at src="${src}" cannot be had: ${text.message}.`;
    warn(host, 'campaign-unreachable', message);
    return undefined;
  }
  try {
    return campaignIn(JSON.parse(text));
  } catch (error) {
    const message = `src="${src}" is no campaign: ${(error as Error).message}. "npx @pro-kid/contract check" says what to correct.`;
    warn(host, 'campaign-invalid', message);
    return undefined;
  }
}

function campaignIn(file: unknown): CountedCampaign {
  const id = own(file, 'id');
  if (typeof id !== 'string' || !id) throw new Error('it has no id');
  const goal = own(file, 'goal');
  const steps = own(goal, 'steps');
  const counts = own(own(file, 'endpoint'), 'counts');
  return {
    id,
    goal: {
      start: numberIn(goal, 'start'),
      steps: Array.isArray(steps) ? (steps as number[]) : [],
      offline: numberIn(goal, 'offline'),
    },
    counts: typeof own(counts, 'url') === 'string' ? (counts as CountsSource) : undefined,
  };
}

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

function numberIn(value: unknown, key: string): number | undefined {
  const number = own(value, key);
  return typeof number === 'number' ? number : undefined;
}
