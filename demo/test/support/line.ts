import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Submission } from '@pro-kid/contract';

/** What may happen to a post on its way. It has the browser's request, and what becomes of it. */
export type Mishap = (way: {
  request: IncomingMessage;
  response: ServerResponse;
  /** Lets the receiver have the post, and waits for its answer. */
  forward(): Promise<Response>;
  /** Gives an answer of the receiver back to the browser. */
  giveBack(answer: Response): Promise<void>;
}) => void | Promise<void>;

/** The network between a page and the receiver, in which posts and answers can get lost. */
export interface Line {
  url: string;
  /** Every submission that the browser sent, as it was sent. */
  posts: Submission[];
  /** Happens to each post from now on; undefined lets them through. */
  mishap: Mishap | undefined;
  /** Changes submissions on their way. */
  alter: (submission: Submission) => unknown;
  close(): Promise<void>;
}

const HOP_BY_HOP = ['connection', 'host', 'keep-alive', 'transfer-encoding', 'content-length'];

export async function layLine(receiver: string): Promise<Line> {
  const server = createServer((request, response) => void pass(request, response));
  server.listen(0);
  await once(server, 'listening');

  const line: Line = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    posts: [],
    mishap: undefined,
    alter: (submission) => submission,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = (await buffer(request)).toString();
    const isPost = request.method === 'POST';
    if (isPost) {
      const submission = JSON.parse(body) as Submission;
      line.posts.push(submission);
      body = JSON.stringify(line.alter(submission));
    }
    const forward = () =>
      fetch(receiver + request.url, {
        method: request.method ?? 'GET',
        headers: passOn(Object.entries(request.headers) as [string, string][]),
        redirect: 'manual',
        ...(isPost && { body }),
      });
    const giveBack = async (answer: Response) => {
      response.writeHead(answer.status, passOn([...answer.headers]));
      response.end(await answer.text());
    };
    if (isPost && line.mishap) await line.mishap({ request, response, forward, giveBack });
    else await giveBack(await forward());
  }

  return line;
}

function passOn(headers: [string, string][]): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !HOP_BY_HOP.includes(name)));
}
