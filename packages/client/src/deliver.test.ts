import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { deliver, isSuccess, type DeliverOptions, type Outcome } from './index.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Tries again at once. */
const wait = () => Promise.resolve();

/** Delivers one submission to a real server that behaves as told. */
async function deliverTo(behaviour: RequestListener, options?: DeliverOptions): Promise<Outcome> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => behaviour(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return deliver(submission, { url: `http://127.0.0.1:${port}/submissions` }, { wait, ...options });
}

const answer =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const receipt = { id: submission.id, status: 'confirmed' as const };

const table: [string, RequestListener, Outcome][] = [
  ['201 with our receipt', answer(201, receipt), { outcome: 'confirmed', receipt }],
  [
    '202 with a receipt that waits for confirmation by e-mail',
    answer(202, { ...receipt, status: 'pending' }),
    { outcome: 'confirmed', receipt: { ...receipt, status: 'pending' } },
  ],
  [
    "200 with somebody else's receipt",
    answer(200, { ...receipt, id: 'another' }),
    { outcome: 'refused', code: 'rejected', status: 200 },
  ],
  ['200 with an object that says nothing', answer(200, {}), { outcome: 'accepted' }],
  ['204 without a body', answer(204), { outcome: 'accepted' }],
  [
    '200 with an error in the body',
    answer(200, { error: 'no such form' }),
    { outcome: 'refused', code: 'rejected', status: 200 },
  ],
  [
    '200 with a page (a captive portal, a log-in)',
    answer(200, '<!doctype html><title>Free Wi-Fi</title>', { 'content-type': 'text/html' }),
    { outcome: 'refused', code: 'unreadable-answer', status: 200 },
  ],
  [
    '200 with JSON that is no object',
    answer(200, '"ok"'),
    { outcome: 'refused', code: 'unreadable-answer', status: 200 },
  ],
  ['409 duplicate', answer(409, { type: '/problems/duplicate' }), { outcome: 'duplicate' }],
  ['409 for another reason', answer(409, {}), { outcome: 'refused', code: 'status', status: 409 }],
  [
    '422 with pointers',
    answer(422, { errors: [{ pointer: '/member/email', code: 'email' }] }),
    {
      outcome: 'invalid',
      errors: [{ pointer: '/member/email', code: 'email', detail: undefined }],
    },
  ],
  ['422 without any', answer(422, {}), { outcome: 'refused', code: 'status', status: 422 }],
  [
    '403 with a page',
    answer(403, '<p>No</p>'),
    { outcome: 'refused', code: 'status', status: 403 },
  ],
  [
    '429 with Retry-After',
    answer(429, '', { 'retry-after': '30' }),
    { outcome: 'limited', retryAfter: 30 },
  ],
  [
    '429 with retryAfter in the body',
    answer(429, { retryAfter: 7 }),
    { outcome: 'limited', retryAfter: 7 },
  ],
  ['503 that says nothing', answer(503), { outcome: 'limited' }],
  ['500', answer(500, {}), { outcome: 'unreachable', cause: 'server', status: 500 }],
  [
    'a closed connection',
    (request) => void request.socket.destroy(),
    { outcome: 'unreachable', cause: 'network' },
  ],
  [
    'an answer cut off in its body',
    (request, response) => {
      response.writeHead(201, { 'content-length': '500' });
      response.write('{"id":', () => request.socket.destroy());
    },
    { outcome: 'unreachable', cause: 'cut' },
  ],
];

describe('deliver()', () => {
  for (const [title, behaviour, outcome] of table) {
    it(`${title} → ${outcome.outcome}`, async () => {
      assert.deepEqual(await deliverTo(behaviour), outcome);
    });
  }

  it('a POST that was redirected is no success, even when the new page says 200', async () => {
    const outcome = await deliverTo((request, response) => {
      if (request.method === 'POST') response.writeHead(302, { location: '/thanks' }).end();
      else response.writeHead(200).end(JSON.stringify(receipt));
    });
    assert.deepEqual(outcome, { outcome: 'refused', code: 'redirected', status: 200 });
  });

  it('gives up after its time-out, before the answer and inside it', async () => {
    const silent = await deliverTo(() => {}, { timeout: 50 });
    assert.deepEqual(silent, { outcome: 'unreachable', cause: 'timeout' });
    const stuck = await deliverTo((_request, response) => void response.writeHead(201).write('{'), {
      timeout: 200,
    });
    assert.deepEqual(stuck, { outcome: 'unreachable', cause: 'timeout' });
  });

  it('stops when told to', async () => {
    const abort = new AbortController();
    const outcome = await deliverTo(() => abort.abort(), { signal: abort.signal });
    assert.deepEqual(outcome, { outcome: 'unreachable', cause: 'aborted' });
    const later = await deliver(
      submission,
      { url: 'http://127.0.0.1:1/' },
      { signal: abort.signal },
    );
    assert.deepEqual(later, { outcome: 'unreachable', cause: 'aborted' });
  });

  it('sends the submission once, as JSON, with no credentials', async () => {
    const sent: Request[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      sent.push(new Request(input, init));
      return Response.json(receipt, { status: 201 });
    };
    const outcome = await deliver(submission, { url: 'https://receiver.example/s' }, { fetch });
    assert.ok(isSuccess(outcome));
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.credentials, 'omit');
    assert.equal(sent[0]?.headers.get('content-type'), 'application/json');
    assert.deepEqual(await sent[0]?.json(), submission);
  });

  it('says "sent" and no more for an answer that a page may not read', async () => {
    const fetch: typeof globalThis.fetch = async () => {
      const opaque = new Response();
      Object.defineProperty(opaque, 'type', { value: 'opaque' });
      return opaque;
    };
    const outcome = await deliver(submission, { url: 'https://receiver.example/s' }, { fetch });
    assert.deepEqual(outcome, { outcome: 'sent' });
  });
});
