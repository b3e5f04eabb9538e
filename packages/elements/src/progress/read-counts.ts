import {
  addToCounts,
  fetchCounts,
  isCountsFormatName,
  type CountsOutcome,
  type CountsSource,
  type OwnSignature,
} from '@pro-kid/client';
import { warn } from '../diagnostics/warn.ts';
import { safeAddress } from '../files/fetch-text.ts';

const NONE: CountsOutcome = { outcome: 'unavailable' };

/** The counts of a source. Without any, the integrator is told why. */
export async function readCounts(host: Element, source: CountsSource): Promise<CountsOutcome> {
  const usable = usableSource(host, source);
  if (!usable) return NONE;
  const outcome = await fetchCounts(usable);
  if (outcome.outcome === 'unavailable') {
    const message = `there are no counts at ${usable.url}. Check that it allows this site (CORS), and what it answers.`;
    warn(host, 'counts-unreachable', message);
  }
  return outcome;
}

/** Counts in what a visitor signed. */
export function addSignature(
  host: Element,
  source: CountsSource,
  signature: OwnSignature,
): CountsOutcome {
  const usable = usableSource(host, source);
  return usable ? addToCounts(usable, signature) : NONE;
}

function usableSource(host: Element, source: CountsSource): CountsSource | undefined {
  const { url, format = 'counts', map } = source;
  const address = safeAddress(url);
  if (!address) {
    const message = `the address of the counts, "${url}", cannot be used. Set one that starts with https://.`;
    warn(host, 'counts-url', message);
    return undefined;
  }
  if (!isCountsFormatName(format)) {
    const message = `there is no format "${String(format)}" of counts. Set format to counts, action-network or proca, or take it away.`;
    warn(host, 'counts-format', message);
    return undefined;
  }
  return { url: address, format, ...(map && { map }) };
}
