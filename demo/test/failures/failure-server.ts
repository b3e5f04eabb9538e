import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Submission } from '@pro-kid/contract';

/** What a server does with a post that has arrived whole. */
export type Behaviour = (post: {
  request: IncomingMessage;
  response: ServerResponse;
  submission: Submission;
}) => void;

export interface FailureServer {
  /** The address of each behaviour, by its title: each has a port of its own. */
  urls: Readonly<Record<string, string>>;
  /** The ids of the submissions that arrived, by the title of the behaviour they met. */
  ids: Readonly<Record<string, string[]>>;
  close(): Promise<void>;
}

/** Real sockets that behave as told: what a page meets when its endpoint, or what stands before it, fails. */
export async function startFailureServer(
  behaviours: readonly { title: string; does: Behaviour; refusesPreflight?: boolean }[],
): Promise<FailureServer> {
  const urls: Record<string, string> = {};
  const ids: Record<string, string[]> = {};
  const servers: Server[] = [];

  for (const { title, does, refusesPreflight = false } of behaviours) {
    const arrived: string[] = (ids[title] = []);
    const server = createServer(async (request, response) => {
      if (request.method === 'OPTIONS') {
        response.writeHead(refusesPreflight ? 405 : 204, refusesPreflight ? {} : allow(request));
        response.end();
        return;
      }
      const body = await text(request);
      // Where a redirection leads to: a page that is fine, and has nothing to do with the post.
      if (request.method !== 'POST') {
        response.writeHead(200, allow(request)).end('{}');
        return;
      }
      const submission = JSON.parse(body) as Submission;
      arrived.push(submission.id);
      does({ request, response, submission });
    });
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    urls[title] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/submissions`;
  }

  return {
    urls,
    ids,
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          server.close();
          return once(server, 'close');
        }),
      );
    },
  };
}

/** The headers with which a page of any site may read an answer. */
export const allow = ({ headers }: IncomingMessage, exposed = 'retry-after') => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-headers': 'content-type',
  'access-control-expose-headers': exposed,
});

type Body = string | object | ((submission: Submission) => object);

/** Answers at once. */
export const answer =
  (status: number, body: Body = '', headers: Record<string, string> = {}): Behaviour =>
  ({ request, response, submission }) => {
    const value = typeof body === 'function' ? body(submission) : body;
    response.writeHead(status, { ...allow(request), ...headers });
    response.end(typeof value === 'string' ? value : JSON.stringify(value));
  };
