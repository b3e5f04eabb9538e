import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'node:test';

/** A request as it arrived, whole. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
}

export interface Reply {
  status: number;
  /** An object is sent as JSON. */
  body?: string | object;
  headers?: Readonly<Record<string, string>>;
}

export interface Service<Stored> {
  /**
   * What pages of other sites may do, as recorded.
   *
   * - `preflight`: it answers OPTIONS, and lets pages send the headers in `allowHeaders`
   * - `simple`: it answers no OPTIONS, but what it answers may be read
   * - `none`: no answer may be read
   */
  cors: 'preflight' | 'simple' | 'none';
  allowHeaders?: string;
  exposeHeaders?: string;
  /** Judges a request as the service does, and `keep`s what it would store. */
  answer(request: Received, keep: (stored: Stored) => void): Reply;
}

/** A service that behaves as it was recorded to. None of these was compared with the live one. */
export interface StandIn<Stored> {
  /** `http://127.0.0.1:{port}`, without a slash at the end. */
  origin: string;
  stored: Stored[];
  /** All requests in their order, OPTIONS included. */
  received: Received[];
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a service on this computer; it ends with the test that started it. */
export async function startStandIn<Stored>(service: Service<Stored>): Promise<StandIn<Stored>> {
  const stored: Stored[] = [];
  const received: Received[] = [];
  const server = createServer((message, response) => {
    void receive(message).then((request) => {
      received.push(request);
      const { status, body = '', headers = {} } = reply(service, request, stored);
      const isText = typeof body === 'string';
      const type = isText ? 'text/html; charset=utf-8' : 'application/json';
      response
        .writeHead(status, { 'content-type': type, ...corsHeaders(service), ...headers })
        .end(isText ? body : JSON.stringify(body));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stored, received };
}

function reply<Stored>(service: Service<Stored>, request: Received, stored: Stored[]): Reply {
  if (request.method !== 'OPTIONS') return service.answer(request, (entry) => stored.push(entry));
  if (service.cors !== 'preflight') return { status: 405 };
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': service.allowHeaders ?? 'content-type',
    },
  };
}

function corsHeaders<Stored>({ cors, exposeHeaders }: Service<Stored>): Record<string, string> {
  if (cors === 'none') return {};
  return {
    'access-control-allow-origin': '*',
    ...(exposeHeaders && { 'access-control-expose-headers': exposeHeaders }),
  };
}

async function receive(message: IncomingMessage): Promise<Received> {
  const { method = '', url = '', headers } = message;
  const { pathname, searchParams } = new URL(url, 'http://stand-in.example');
  let body = '';
  for await (const chunk of message.setEncoding('utf8')) body += chunk as string;
  const named = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return { method, path: pathname, query: searchParams, headers: new Headers(named), body };
}

/** The type of a body without its parameters. */
export const typeOf = ({ headers }: Received) =>
  (headers.get('content-type') ?? '').split(';')[0]!.trim();

export const isForm = (request: Received) =>
  typeOf(request) === 'application/x-www-form-urlencoded';

/** The fields of a form; the last of those with one name. */
export const fieldsOf = ({ body }: Received): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(body));

/** The checks of these services are about as loose. */
export const looksLikeEmail = (value: unknown) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(value));
