import { ownValue } from '../check-file/known-keys.ts';
import { tokensOf } from '../check-file/source-text.ts';
import type { LiveCounts } from '../check-file/index.ts';
import type { Campaign } from '../campaign.ts';
import { counts } from '../counts.ts';
import { check } from '../verdict.ts';

/** How long to wait for counts, in milliseconds. */
const TIMEOUT = 12_000;

/** Asks a campaign's endpoint how many have signed. Never throws for what the network does. */
export async function readLiveCounts(
  { endpoint }: Campaign,
  timeout = TIMEOUT,
): Promise<LiveCounts> {
  const source = endpoint?.counts;
  if (!source) return { reason: 'the file does not say where they are' };
  const { url, format = 'counts', map } = source;
  if (!map && format !== 'counts') {
    return { reason: `this check does not read the format "${format}"` };
  }
  let body: unknown;
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal });
    if (!response.ok) return { reason: `the answer has status ${response.status}` };
    body = JSON.parse(await response.text());
  } catch (error) {
    return { reason: whyNoAnswer(error, timeout) };
  }
  return signedIn(body, map) ?? { reason: 'the answer has no figures in it' };
}

function signedIn(
  body: unknown,
  map: { individuals: string; organizations?: string | undefined } | undefined,
): { signed: number } | undefined {
  if (!map) {
    const verdict = check(counts, body);
    return verdict.valid
      ? { signed: verdict.value.individuals + verdict.value.organizations }
      : undefined;
  }
  const figures = [map.individuals, map.organizations]
    .filter((pointer) => pointer !== undefined)
    .map((pointer) => tokensOf(pointer).reduce(ownValue, body));
  const areCounts = figures.every((figure) => Number.isSafeInteger(figure) && Number(figure) >= 0);
  return areCounts
    ? { signed: figures.reduce<number>((sum, each) => sum + Number(each), 0) }
    : undefined;
}

function whyNoAnswer(error: unknown, timeout: number): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `no answer within ${timeout / 1000} seconds`;
  if (name === 'SyntaxError') return 'the answer is not JSON';
  return `no answer (${cause instanceof Error ? cause.message : message})`;
}
