import type { Answer, FormatRequest } from '@pro-kid/client';

/** No answer that means anything is longer. */
const MOST_ANSWER_BYTES = 65_536;

export interface ExchangeOptions {
  /** Headers to add. */
  headers?: Readonly<Record<string, string>>;
  /** For the whole answer, in milliseconds. */
  timeout: number;
  fetch?: typeof fetch;
}

/** Why nobody knows what became of a request. */
export type NoAnswer = 'network' | 'timeout' | 'cut';

/**
 * Sends a request and reads the answer, of a long one its start. A redirect is an answer like others: it
 * is not followed, since it could lead a person's data to anywhere.
 */
export async function exchange(
  { url, init }: FormatRequest,
  { headers = {}, timeout, fetch = globalThis.fetch }: ExchangeOptions,
): Promise<Answer | NoAnswer> {
  const signal = AbortSignal.timeout(timeout);
  const sent = new Headers(init.headers);
  sent.set('user-agent', 'pro-kid-receiver');
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  const { method = 'POST', body = null } = init;
  let isAnswered = false;
  try {
    const response = await fetch(url, { method, body, headers: sent, redirect: 'manual', signal });
    isAnswered = true;
    const { status } = response;
    return { status, redirected: false, headers: response.headers, body: await textOf(response) };
  } catch {
    if (signal.aborted) return 'timeout';
    return isAnswered ? 'cut' : 'network';
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    // Leaving the loop lets go of the connection.
    if (bytes > MOST_ANSWER_BYTES) break;
  }
  return text;
}
