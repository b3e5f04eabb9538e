import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission } from '@pro-kid/contract/testing';
import { createApp } from './app.ts';
import { createReceiver, ORIGIN } from '../testing/receiver.ts';

const STRANGERS = [
  'null',
  'http://firststeps.example',
  'https://firststeps.example:8443',
  'https://firststeps.example.evil.example',
  'https://evil-firststeps.example',
  'https://firststeps.exampl',
  'https://www.firststeps.example',
  'https://FIRSTSTEPS.example',
  'https://firststeps.example/',
  'https://firststeps.example, https://evil.example',
  ' ',
];

const corsHeaders = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  },
});

describe('a listed origin', () => {
  it('is told by its preflight what it may send, for a day', async () => {
    const { app } = await createReceiver();
    const response = await app.request('/submissions', preflight(ORIGIN));
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET,POST');
    assert.equal(
      response.headers.get('access-control-allow-headers'),
      'content-type,idempotency-key',
    );
    assert.equal(response.headers.get('access-control-max-age'), '86400');
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
    assert.match(response.headers.get('vary') ?? '', /\bOrigin\b/);
  });

  it('may read every answer, errors included', async () => {
    const { app, database, post } = await createReceiver();
    const body = JSON.stringify(individualSubmission);
    const large = ' '.repeat(65_537);
    const answers: [number, Response | Promise<Response>][] = [
      [201, post(body)],
      [400, post('{')],
      [413, post(large)],
      [415, post(body, { 'content-type': 'text/plain' })],
      [422, post('{}')],
      [404, app.request('/none', { headers: { origin: ORIGIN } })],
      [405, app.request('/counts', { method: 'PUT', headers: { origin: ORIGIN } })],
      [200, app.request('/counts', { headers: { origin: ORIGIN } })],
      [200, app.request('/problems/origin', { headers: { origin: ORIGIN } })],
    ];
    for (const [status, answer] of answers) {
      const response = await answer;
      assert.equal(response.status, status);
      assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN, `${status}`);
      assert.equal(response.headers.get('access-control-expose-headers'), 'retry-after');
      assert.equal(response.headers.get('vary'), 'Origin');
    }
    database.exec('pragma query_only = true');
    const red = await post(body);
    assert.equal(red.status, 503);
    assert.equal(red.headers.get('access-control-allow-origin'), ORIGIN);
  });
});

describe('any other origin', () => {
  for (const origin of STRANGERS) {
    it(`gets nothing: ${JSON.stringify(origin)}`, async () => {
      const { app, post, rows } = await createReceiver();
      const posted = await post(JSON.stringify(individualSubmission), { origin });
      assert.equal(posted.status, 403);
      assert.match(await posted.text(), /"type":"\/problems\/origin"/);
      assert.equal(rows().length, 0);
      const asked = await app.request('/submissions', preflight(origin));
      assert.equal(asked.status, 403);
      const read = await app.request('/counts', { headers: { origin } });
      assert.equal(read.status, 200);
      for (const response of [posted, asked, read]) {
        assert.deepEqual(corsHeaders(response), []);
        assert.equal(response.headers.get('vary'), 'Origin');
      }
    });
  }
});

describe('no origin', () => {
  it('is a server or a command line, and may post', async () => {
    const { app, rows } = await createReceiver();
    const response = await app.request('/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(individualSubmission),
    });
    assert.equal(response.status, 201);
    assert.deepEqual(corsHeaders(response), []);
    assert.equal(response.headers.get('vary'), 'Origin');
    assert.equal(rows().length, 1);
  });
});

describe('createApp', () => {
  it('refuses what is no origin', async () => {
    const { store } = await createReceiver();
    assert.throws(
      () => createApp({ store, origins: ['https://firststeps.example/join'] }),
      /"https:\/\/firststeps\.example\/join" is no origin.*\[pro-kid\/origin\]/,
    );
  });
});
