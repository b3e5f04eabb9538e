import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import type { Campaign } from '../campaign.ts';
import { samplePledge } from '../testing/index.ts';
import { readLiveCounts } from './live-counts.ts';

type Source = NonNullable<NonNullable<Campaign['endpoint']>['counts']>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function start(behaviour: RequestListener): Promise<string> {
  const server = createServer(behaviour);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/counts`;
}

const readFrom = (counts: Source | undefined, timeout?: number) =>
  readLiveCounts({ ...samplePledge, endpoint: { url: 'https://example.org/', counts } }, timeout);

const answers =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) =>
    void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

describe('live counts', () => {
  const ours = { individuals: 40, organizations: 2, asOf: '2026-11-23T18:05:00Z' };

  it('are all people and organizations', async () => {
    const url = await start(answers(ours));
    assert.deepEqual(await readFrom({ url }), { signed: 42 });
  });

  it('are found where the file says that they stand', async () => {
    const url = await start(answers({ data: [{ total: 7, 'a/b': 2 }] }));
    const read = (map: Source['map']) => readFrom({ url, format: 'proca', map });
    assert.deepEqual(await read({ individuals: '/data/0/total' }), { signed: 7 });
    assert.deepEqual(await read({ individuals: '/data/0/total', organizations: '/data/0/a~1b' }), {
      signed: 9,
    });
  });

  const nothing: [title: string, behaviour: RequestListener, map: Source['map'], reason: string][] =
    [
      ['a status', answers(ours, 404), undefined, 'the answer has status 404'],
      ['a page', answers('<!doctype html>'), undefined, 'the answer is not JSON'],
      ['nothing', answers({}), undefined, 'the answer has no figures in it'],
      [
        'a negative number',
        answers({ individuals: -1 }),
        { individuals: '/individuals' },
        'the answer has no figures in it',
      ],
      [
        'what every object has',
        answers({}),
        { individuals: '/constructor/length' },
        'the answer has no figures in it',
      ],
    ];
  for (const [title, behaviour, map, reason] of nothing) {
    it(`are none where the answer is ${title}`, async () => {
      const url = await start(behaviour);
      assert.deepEqual(await readFrom({ url, map }), { reason });
    });
  }

  it('are none where no answer comes', async () => {
    const url = await start(() => {});
    assert.deepEqual(await readFrom({ url }, 50), { reason: 'no answer within 0.05 seconds' });
    const [server] = servers;
    server!.closeAllConnections();
    await new Promise((resolve) => server!.close(resolve));
    const closed = await readFrom({ url });
    assert.match('reason' in closed ? closed.reason : '', /^no answer \(.*ECONNREFUSED/);
  });

  it('are none where nobody says where, or in what only a service knows', async () => {
    assert.deepEqual(await readFrom(undefined), { reason: 'the file does not say where they are' });
    assert.deepEqual(await readFrom({ url: 'https://example.org/', format: 'proca' }), {
      reason: 'this check does not read the format "proca"',
    });
  });
});
