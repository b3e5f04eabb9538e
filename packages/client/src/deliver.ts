import type { Submission } from '@pro-kid/contract';
import type { Endpoint } from './endpoint.ts';
import type { Answer } from './formats/format.ts';
import { loadFormat } from './formats/load-format.ts';
import type { Outcome, UnreachableCause } from './outcome.ts';

export interface DeliverOptions {
  /** Stops waiting: the outcome is then `unreachable`, cause `aborted`. */
  signal?: AbortSignal;
  /** Stands in for the global `fetch`. */
  fetch?: typeof fetch;
  /** How long to wait for the whole answer, in milliseconds. Default 12,000. */
  timeout?: number;
}

const TIMEOUT = 12_000;

/**
 * Posts a submission and says what became of it. Never throws for what the network or the visitor
 * does; every failure to learn the answer is `unreachable`.
 */
export async function deliver(
  submission: Submission,
  endpoint: Endpoint,
  { signal, fetch = globalThis.fetch, timeout = TIMEOUT }: DeliverOptions = {},
): Promise<Outcome> {
  if (signal?.aborted) return unreachable('aborted');
  if (globalThis.navigator?.onLine === false) return unreachable('offline');

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
    const format = await loadFormat(endpoint.format);
    const request = format.request(submission, endpoint);
    if ('outcome' in request) return request;
    const { url, init } = request;
    const response = await fetch(url, {
      ...init,
      signal: abort.signal,
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
    if (response.type === 'opaque') return { outcome: 'sent' };
    if (cause === 'network') cause = 'cut';
    return format.read(await readWhole(response), submission, endpoint);
  } catch {
    // Whatever a fetch or a stream throws carries no reason that a page may read.
    return unreachable(cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function readWhole(response: Response): Promise<Answer> {
  const { status, redirected, headers } = response;
  return { status, redirected, headers, body: await response.text() };
}

function unreachable(cause: UnreachableCause): Outcome {
  return { outcome: 'unreachable', cause };
}
