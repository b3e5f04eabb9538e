import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { individualSubmission } from '@pro-kid/contract/testing';
import { listen, TIME_LIMITS, type TimeLimits } from './server.ts';
import { openRawSocket } from '../testing/raw-socket.ts';
import { createReceiver } from '../testing/receiver.ts';
import { newSubmission } from '../testing/submissions.ts';

const HEADERS =
  'POST /submissions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

async function start(test: TestContext, limits: Partial<TimeLimits> = {}) {
  const receiver = await createReceiver();
  const server = await listen(receiver.app, { port: 0, limits: { stop: 100, ...limits } });
  test.after(() => server.stop());
  const post = (body: unknown) =>
    fetch(`${server.url}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { ...receiver, server, url: server.url, post };
}

describe('over a socket', () => {
  it('refuses a declared body that is too large before it comes', async (test) => {
    const { url } = await start(test);
    const raw = await openRawSocket(url);
    raw.write(`${HEADERS}content-length: 65537\r\n\r\n`);
    assert.match(await raw.received(/\}$/), /^HTTP\/1\.1 413 .*\/problems\/too-large/s);
    raw.socket.destroy();
  });

  it('refuses a streamed body as soon as it is too large', async (test) => {
    const { url } = await start(test);
    const raw = await openRawSocket(url);
    raw.write(`${HEADERS}transfer-encoding: chunked\r\n\r\n`);
    for (let chunk = 0; chunk < 9; chunk++) raw.write(`2000\r\n${' '.repeat(0x2000)}\r\n`);
    assert.match(await raw.received(/\}$/), /^HTTP\/1\.1 413 .*\/problems\/too-large/s);
    raw.socket.destroy();
  });

  it('takes a body in chunks that is not too large', async (test) => {
    const { url, rows } = await start(test);
    const raw = await openRawSocket(url);
    const body = JSON.stringify(individualSubmission);
    raw.write(`${HEADERS}transfer-encoding: chunked\r\n\r\n`);
    for (const part of [body.slice(0, 10), body.slice(10)]) {
      raw.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    }
    raw.write('0\r\n\r\n');
    assert.match(await raw.received(/\}$/), /^HTTP\/1\.1 201 /);
    assert.equal(rows().length, 1);
    raw.socket.destroy();
  });

  it('stores nothing of a body that is cut off, and has nothing to log', async (test) => {
    const { url, post, rows, log } = await start(test);
    for (const framing of ['content-length: 500', 'transfer-encoding: chunked']) {
      const raw = await openRawSocket(url);
      raw.write(`${HEADERS}${framing}\r\nexpect: 100-continue\r\n\r\n`);
      await raw.received(/100 Continue/);
      raw.write(framing.includes('chunked') ? '5\r\n{"ver\r\n' : '{"ver');
      raw.socket.resetAndDestroy();
      await raw.closed;
    }
    assert.equal((await post(newSubmission())).status, 201);
    assert.equal(rows().length, 1);
    assert.deepEqual(log, []);
  });

  const nonsense: Record<string, [number, string]> = {
    'no HTTP': [400, 'HELLO\r\n\r\n'],
    'headers of 9 kB': [431, `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(9000)}\r\n\r\n`],
    'no host': [400, 'GET /counts HTTP/1.1\r\nconnection: close\r\n\r\n'],
    'a host that is none': [400, 'GET /counts HTTP/1.1\r\nhost: a b\r\n\r\n'],
    'two lengths': [400, `${HEADERS}content-length: 5\r\ncontent-length: 6\r\n\r\n`],
    'a length and chunks': [
      400,
      `${HEADERS}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n`,
    ],
  };
  for (const [title, [status, text]] of Object.entries(nonsense)) {
    it(`answers ${status} to ${title}`, async (test) => {
      const { url, post, log } = await start(test);
      const raw = await openRawSocket(url);
      raw.write(text);
      assert.match(await raw.received(/\r\n\r\n/), new RegExp(`^HTTP/1\\.1 ${status} `));
      raw.socket.destroy();
      assert.equal((await post(newSubmission())).status, 201);
      assert.deepEqual(log, []);
    });
  }
});

describe('slow clients', () => {
  it('are closed within 15 s', () => {
    const { headers, request, checkEvery } = TIME_LIMITS;
    assert.ok(Math.max(headers, request) + checkEvery <= 15_000);
  });

  const BEGINNINGS = [
    '',
    'POST /submissions HT',
    HEADERS,
    `${HEADERS}content-length: 500\r\n\r\n{"version"`,
    `${HEADERS}transfer-encoding: chunked\r\n\r\n5\r\n{"ver\r\n`,
  ];
  const openSlowSockets = (url: string) =>
    Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        const raw = await openRawSocket(url);
        raw.write(BEGINNINGS[index % BEGINNINGS.length] ?? '');
        return raw;
      }),
    );

  it('keep nobody else waiting', async (test) => {
    const { url, post, rows } = await start(test, { headers: 60_000, request: 60_000 });
    const slow = await openSlowSockets(url);
    const served = await Promise.all(
      Array.from({ length: 20 }, async () => (await post(newSubmission())).status),
    );
    assert.deepEqual(new Set(served), new Set([201]));
    assert.equal(rows().length, 20);
    assert.ok(slow.every(({ socket }) => !socket.destroyed));
    for (const { socket } of slow) socket.destroy();
  });

  it('are closed, with nothing stored and nothing to log', async (test) => {
    const { url, post, rows, log } = await start(test, {
      headers: 200,
      request: 400,
      checkEvery: 50,
    });
    const slow = await openSlowSockets(url);
    await Promise.all(slow.map(({ closed }) => closed));
    assert.equal(rows().length, 0);
    assert.equal((await post(newSubmission())).status, 201);
    assert.deepEqual(log, []);
  });

  it('are closed though a byte comes now and then', async (test) => {
    const { url, log } = await start(test, { headers: 100, request: 200, checkEvery: 20 });
    for (const beginning of [HEADERS, `${HEADERS}content-length: 500\r\n\r\n`]) {
      const raw = await openRawSocket(url);
      raw.write(beginning);
      const drip = setInterval(() => raw.write('x'), 10);
      await raw.closed;
      clearInterval(drip);
    }
    assert.deepEqual(log, []);
  });

  it('are told why', async (test) => {
    const { url } = await start(test, { headers: 100, request: 100, checkEvery: 20 });
    const raw = await openRawSocket(url);
    raw.write(HEADERS);
    assert.match(await raw.received(/\}$/), /^HTTP\/1\.1 408 .*"status":408/s);
    await raw.closed;
  });
});

describe('stopping', () => {
  it('does not wait for an idle connection', async (test) => {
    const { server, url } = await start(test, { stop: 60_000, keepAlive: 60_000 });
    const raw = await openRawSocket(url);
    raw.write('GET /counts HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await raw.received(/\}$/);
    await server.stop();
    await raw.closed;
  });

  it('finishes a running request, then cuts one that never ends', async (test) => {
    const { server, url, rows } = await start(test, { stop: 1000 });
    const body = JSON.stringify(individualSubmission);
    const begin = async () => {
      const raw = await openRawSocket(url);
      raw.write(`${HEADERS}content-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`);
      await raw.received(/100 Continue/);
      return raw;
    };
    const [good, endless] = [await begin(), await begin()];
    const stopped = server.stop();
    good.write(body);
    assert.match(await good.received(/\}$/), /HTTP\/1\.1 201 /);
    await good.closed;
    await stopped;
    await endless.closed;
    assert.equal(rows().length, 1);
    await assert.rejects(openRawSocket(url), { code: 'ECONNREFUSED' });
  });

  it('leaves its port to the next', async () => {
    const { app } = await createReceiver();
    const first = await listen(app, { port: 0, host: '127.0.0.1' });
    const port = Number(new URL(first.url).port);
    await assert.rejects(listen(app, { port, host: '127.0.0.1' }), { code: 'EADDRINUSE' });
    await first.stop();
    const second = await listen(app, { port, host: '127.0.0.1' });
    assert.equal(second.url, `http://127.0.0.1:${port}`);
    await second.stop();
  });
});
