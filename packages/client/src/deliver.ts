import type { NamedSubmission, Submission } from '@pro-kid/contract';
import type { Endpoint } from './endpoint.ts';
import type { Answer, Format, FormatRequest, HandOff } from './formats/format.ts';
import { loadFormat } from './formats/load-format.ts';
import type { Outcome, UnreachableCause } from './outcome.ts';
import { readText } from './read-text.ts';
import { retryDelay, sleep } from './retry.ts';
import { withoutPrototype } from './without-prototype.ts';

export interface DeliverOptions {
  /** Stops waiting: the outcome is then `unreachable`, cause `aborted`. */
  signal?: AbortSignal;
  /** Stands in for the global `fetch`. */
  fetch?: typeof fetch;
  /** Does what a format asks of the page itself; without it such formats cannot be used. */
  handOff?: (handOff: HandOff, signal: AbortSignal) => Promise<Answer | Outcome>;
  /** How long to wait for one whole answer, in milliseconds. Default 12,000. */
  timeout?: number;
  /** How often to try again by itself. Default 3. */
  retries?: number;
  /** Stands in for waiting between tries. */
  wait?: typeof sleep;
}

const TIMEOUT = 12_000;

/**
 * Posts a submission and says what became of it. Never throws for what the network or the visitor
 * does; every failure to learn the answer is `unreachable`.
 *
 * Tries again by itself, with the same id, only where that cannot sign anybody up twice: after 429
 * and 503, which say that nothing was stored, and for endpoints that keep a submission once also
 * after a broken connection and 502 to 504.
 */
export async function deliver(
  submission: Submission,
  to: Endpoint,
  how: DeliverOptions = {},
): Promise<Outcome> {
  const endpoint = withoutPrototype(to);
  const options = withoutPrototype(how);
  const { signal, retries = 3, wait = sleep } = options;
  let format: Format;
  try {
    format = await loadFormat(endpoint);
  } catch {
    // Its file did not arrive, so nothing was sent.
    return unreachable('offline');
  }
  for (let tries = 0; ; tries++) {
    if (signal?.aborted) return unreachable('aborted');
    // The types of a server's `navigator` know no `onLine`.
    const navigator = globalThis.navigator as { onLine?: boolean } | undefined;
    if (navigator?.onLine === false) return unreachable('offline');

    const outcome = await attempt(submission, endpoint, format, options, tries === 0);
    const delay = tries < retries ? retryDelay(outcome, format.keepsOnce, tries) : undefined;
    if (delay === undefined) return outcome;
    await wait(delay, signal);
  }
}

async function attempt(
  submission: Submission,
  endpoint: Endpoint,
  format: Format,
  { signal, fetch = globalThis.fetch, handOff = withoutPage, timeout = TIMEOUT }: DeliverOptions,
  isFirst: boolean,
): Promise<Outcome> {
  // A format that needs a name refuses who has none by itself.
  const named = submission as NamedSubmission;
  const request = format.request(named, endpoint);
  if (isOutcome(request)) return request;

  const abort = new AbortController();
  let cause: UnreachableCause = 'network';
  const stop = (reason: UnreachableCause) => {
    cause = reason;
    abort.abort();
  };
  const onAbort = () => stop('aborted');
  const timer = setTimeout(() => stop('timeout'), timeout);
  signal?.addEventListener('abort', onAbort);

  try {
    if (Object.hasOwn(request, 'handOff')) {
      const result = await handOff(request as HandOff, abort.signal);
      return isOutcome(result) ? result : format.read(result, named, endpoint);
    }
    const { url, init } = request as FormatRequest;
    const response = await fetch(
      url,
      withoutPrototype<RequestInit>({
        credentials: 'omit',
        referrerPolicy: 'strict-origin-when-cross-origin',
        ...init,
        signal: abort.signal,
        // The page may be left meanwhile. A full quota makes this fail, so only where it is tried again.
        keepalive: isFirst && format.keepsOnce,
      }),
    );
    if (response.type === 'opaque') return { outcome: 'sent' };
    if (cause === 'network') cause = 'cut';
    return format.read(await readAnswer(response), named, endpoint);
  } catch {
    // Whatever a fetch or a stream throws carries no reason that a page may read.
    return unreachable(cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

const isOutcome = (value: object): value is Outcome => Object.hasOwn(value, 'outcome');

const withoutPage: NonNullable<DeliverOptions['handOff']> = async () => ({
  outcome: 'refused',
  code: 'configuration',
  reason: 'this format can be used in a page alone',
});

async function readAnswer(response: Response): Promise<Answer> {
  const { status, redirected, headers } = response;
  return { status, redirected, headers, body: await readText(response) };
}

function unreachable(cause: UnreachableCause): Outcome {
  return { outcome: 'unreachable', cause };
}
