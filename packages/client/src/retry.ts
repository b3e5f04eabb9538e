import type { Outcome } from './outcome.ts';

const FIRST_DELAY = 500;
/** A service that asks for more patience than this is better explained to the visitor. */
const LONGEST_DELAY = 8_000;

/**
 * How long to wait before trying again, in milliseconds; undefined where it must not be tried again
 * without the visitor's word. Doubles with each try, with up to half of it left to chance, so that
 * many visitors do not come back at once.
 *
 * @param keepsOnce whether the endpoint keeps a submission once, however often it arrives.
 * @param tries how often it was tried again already.
 */
export function retryDelay(
  outcome: Outcome,
  keepsOnce: boolean,
  tries: number,
): number | undefined {
  const backOff = FIRST_DELAY * 2 ** tries * (0.5 + Math.random() / 2);
  if (outcome.outcome === 'limited') {
    const asked = (outcome.retryAfter ?? 0) * 1000;
    return asked > LONGEST_DELAY ? undefined : Math.max(asked, backOff);
  }
  if (outcome.outcome !== 'unreachable' || !keepsOnce) return undefined;
  const { cause, status = 0 } = outcome;
  const isBroken = cause === 'network' || cause === 'cut';
  const isGateway = cause === 'server' && status >= 502 && status <= 504;
  return isBroken || isGateway ? backOff : undefined;
}

/** Waits, but no longer than until the signal. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal?.addEventListener('abort', finish);
  });
}
