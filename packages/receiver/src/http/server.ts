import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { PROBLEM_MEDIA_TYPE } from './problem-response.ts';

/** How long a client may take, in milliseconds. */
export interface TimeLimits {
  headers: number;
  request: number;
  keepAlive: number;
  /** A socket over its limit is closed within this time. */
  checkEvery: number;
  /** For requests that still run when the server stops. */
  stop: number;
}

/** Node's own (60 s for headers, 300 s for a request, looked at each 30 s) let few clients hold every socket. */
export const TIME_LIMITS: TimeLimits = {
  headers: 10_000,
  request: 13_000,
  keepAlive: 5_000,
  checkEvery: 1_000,
  stop: 10_000,
};
const MAXIMUM_HEADER_BYTES = 8_192;

export interface RunningServer {
  /** Where it listens, such as `http://localhost:8787`. */
  url: string;
  /** Takes no new connection, lets running requests finish, then cuts what is left. */
  stop(): Promise<void>;
}

interface ListenOptions {
  port: number;
  /** An address or name of this machine; every address of it where undefined. */
  host?: string | undefined;
  limits?: Partial<TimeLimits>;
}

/** Serves the app over HTTP. Rejects with Node's error where it cannot listen. */
export async function listen(
  app: Pick<Hono, 'fetch'>,
  { port, host, limits }: ListenOptions,
): Promise<RunningServer> {
  const { headers, request, keepAlive, checkEvery, stop } = { ...TIME_LIMITS, ...limits };
  const server = createServer(
    {
      headersTimeout: headers,
      requestTimeout: request,
      keepAliveTimeout: keepAlive,
      connectionsCheckingInterval: checkEvery,
      maxHeaderSize: MAXIMUM_HEADER_BYTES,
    },
    getRequestListener(app.fetch, {
      hostname: 'localhost',
      // Only what comes before the app ends here: an address or Host header that makes no URL.
      errorHandler: () =>
        new Response(problemBody(400), {
          status: 400,
          headers: { 'content-type': PROBLEM_MEDIA_TYPE },
        }),
    }),
  );
  // A client that takes its answer slowly holds a socket too.
  server.setTimeout(request + headers);
  server.on('clientError', answerClientError);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });

  const address = server.address() as AddressInfo;
  const shownHost = host?.includes(':') ? `[${host}]` : (host ?? 'localhost');
  return {
    url: `http://${shownHost}:${address.port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that answers its last request after close() would idle until its time-out.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), stop);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
    },
  };
}

/** No type of our own: these say no more than their HTTP status. */
const problemBody = (status: number) =>
  JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status });

/** What Node finds wrong before there is a request for the app. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 408
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 431
        : 400;
  const body = problemBody(status);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
