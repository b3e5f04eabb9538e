/**
 * The part of the Fetch standard that decides what a page of another site may send and read, around
 * a `fetch` that knows nothing of it (https://fetch.spec.whatwg.org/#http-cors-protocol). It speaks for requests
 * without credentials, which are the only ones that we make.
 */
export function likeABrowser(page: string, fetch = globalThis.fetch): typeof globalThis.fetch {
  return async (input, init = {}) => {
    const request = new Request(input, { ...init, mode: 'cors', keepalive: false });
    if (init.credentials !== 'omit') throw new Error('this stand-in knows no credentials');
    return init.mode === 'no-cors'
      ? sendBlindly(request, page, fetch)
      : send(request, page, new URL(page).origin, fetch);
  };
}

type Fetch = typeof globalThis.fetch;

const refuse = (why: string): never => {
  throw new TypeError(`Failed to fetch: ${why}`);
};

async function send(
  request: Request,
  page: string,
  origin: string,
  fetch: Fetch,
): Promise<Response> {
  const isSameOrigin = new URL(request.url).origin === origin;
  const unsafe = unsafeNames(request.headers);
  const isSimple = ['GET', 'HEAD', 'POST'].includes(request.method) && unsafe.length === 0;
  if (!isSameOrigin && !isSimple) await preflight(request, origin, unsafe, fetch);

  const headers = withOrigin(request, page, origin);
  // Node's `fetch` shows a redirect that is not followed; a browser would hide it.
  const response = await fetch(request.clone(), { headers, redirect: 'manual' });
  if (!isSameOrigin) checkAllowed(response, origin);
  const location = response.headers.get('location');
  if ([301, 302, 303].includes(response.status) && location) {
    return follow(request, new URL(location, request.url), page, origin, fetch);
  }
  return isSameOrigin ? response : onlyReadable(response);
}

/** A POST becomes a GET (https://fetch.spec.whatwg.org/#http-redirect-fetch). */
async function follow(
  request: Request,
  to: URL,
  page: string,
  origin: string,
  fetch: Fetch,
): Promise<Response> {
  const from = new URL(request.url).origin;
  // A site that another one sends a request to cannot be sure whose it is.
  const isTainted = from !== to.origin && from !== origin;
  const next = new Request(to, { headers: { accept: request.headers.get('accept') ?? '*/*' } });
  const response = await send(next, page, isTainted ? 'null' : origin, fetch);
  return Object.defineProperty(response, 'redirected', { value: true });
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 */
async function preflight(request: Request, origin: string, unsafe: string[], fetch: Fetch) {
  const { url, method } = request;
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': unsafe.join(','),
    },
  });
  if (!response.ok) refuse(`OPTIONS was answered with ${response.status}`);
  checkAllowed(response, origin);
  const methods = listed(response, 'access-control-allow-methods');
  const isKnownMethod = ['get', 'head', 'post'].includes(method.toLowerCase());
  if (!isKnownMethod && !methods.some((name) => name === '*' || name === method.toLowerCase())) {
    refuse(`the method ${method} is not allowed`);
  }
  const allowed = listed(response, 'access-control-allow-headers');
  for (const name of unsafe) {
    const byWildcard = allowed.includes('*') && name !== 'authorization';
    if (!byWildcard && !allowed.includes(name)) refuse(`the header ${name} is not allowed`);
  }
}

/** https://fetch.spec.whatwg.org/#concept-cors-check */
function checkAllowed(response: Response, origin: string) {
  const allowed = response.headers.get('access-control-allow-origin');
  if (allowed !== '*' && allowed !== origin) refuse(`the answer is not for ${origin}`);
}

/** What `no-cors` leaves of a request, and the nothing that it lets the page see of the answer. */
async function sendBlindly(request: Request, page: string, fetch: Fetch): Promise<Response> {
  const { origin } = new URL(page);
  const headers = withOrigin(request, page, origin);
  for (const name of unsafeNames(request.headers)) headers.delete(name);
  const response = await fetch(request, { headers });
  await response.arrayBuffer();
  const opaque = new Response();
  for (const [name, value] of [
    ['type', 'opaque'],
    ['status', 0],
    ['ok', false],
  ] as const) {
    Object.defineProperty(opaque, name, { value });
  }
  return opaque;
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
function unsafeNames(headers: Headers): string[] {
  return [...headers]
    .filter(([name, value]) => !isSafelisted(name, value))
    .map(([name]) => name)
    .sort();
}

function isSafelisted(name: string, value: string): boolean {
  if (value.length > 128) return false;
  // eslint-disable-next-line no-control-regex -- the standard forbids these bytes
  const hasUnsafeByte = /[\0-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value);
  if (name === 'accept') return !hasUnsafeByte;
  if (name === 'accept-language' || name === 'content-language') {
    return /^[\w *,\-.;=]*$/.test(value) && !value.includes('_');
  }
  const type = value.split(';')[0]!.trim().toLowerCase();
  const isFormType =
    type === 'application/x-www-form-urlencoded' ||
    type === 'multipart/form-data' ||
    type === 'text/plain';
  return name === 'content-type' && isFormType && !hasUnsafeByte;
}

/** https://fetch.spec.whatwg.org/#concept-filtered-response-cors */
function onlyReadable(response: Response): Response {
  const exposed = listed(response, 'access-control-expose-headers');
  const readable = [...response.headers].filter(
    ([name]) => SAFELISTED.has(name) || exposed.includes(name) || exposed.includes('*'),
  );
  const { status, body } = response;
  return new Response(body, { status, headers: readable });
}

const SAFELISTED = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

const listed = ({ headers }: Response, name: string) =>
  (headers.get(name) ?? '').split(',').map((part) => part.trim().toLowerCase());

/** The headers that a page cannot set, and a browser does (https://w3c.github.io/webappsec-referrer-policy/). */
function withOrigin(request: Request, page: string, origin: string): Headers {
  const headers = new Headers(request.headers);
  headers.set('origin', origin);
  const policy = request.referrerPolicy || 'strict-origin-when-cross-origin';
  if (policy === 'no-referrer') return headers;
  const isWhole = policy === 'no-referrer-when-downgrade' || new URL(request.url).origin === origin;
  headers.set('referer', isWhole ? page : `${new URL(page).origin}/`);
  return headers;
}
