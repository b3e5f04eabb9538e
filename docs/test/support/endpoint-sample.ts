import type { Endpoint } from '@pro-kid/client';

/** A sample of the guide, running: what a form is told, how it is reached, and what it has kept. */
export interface EndpointSample {
  endpoint: Endpoint;
  /** Reaches it as it stands, without what browsers do for pages of another site. */
  fetch: typeof fetch;
  /** Every submission that is in its store, parsed. */
  stored: () => unknown[];
  /** Takes its store away, as a full or broken disk would. */
  breakStore: () => void;
  stop: () => Promise<void>;
}

/** The site whose pages may post. */
export const ORIGIN = 'https://firststeps.example';

const POSTED_UNASKED = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** Fetches as a browser does for a page of that site, where Node's own asks nobody and reads all. */
export function fromPageOf(origin: string, fetch: typeof globalThis.fetch): typeof fetch {
  const mayRead = ({ headers }: Response) =>
    ['*', origin].includes(headers.get('access-control-allow-origin') ?? '');

  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    const [type = ''] = (headers.get('content-type') ?? 'text/plain').split(';');
    if (!POSTED_UNASKED.includes(type)) {
      const preflight = await fetch(input, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      const allowed = preflight.headers.get('access-control-allow-headers') ?? '';
      if (!preflight.ok || !mayRead(preflight) || !allowed.split(/, */).includes('content-type')) {
        throw new TypeError('Failed to fetch');
      }
    }
    const answer = await fetch(input, { ...init, headers });
    if (!mayRead(answer)) throw new TypeError('Failed to fetch');
    return answer;
  };
}
