import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likeABrowser } from './like-a-browser.ts';
import { startStandIn, type Service } from './stand-ins/stand-in.ts';

const browse = likeABrowser('https://firststeps.example/join?from=mail');
const form: RequestInit = {
  method: 'POST',
  credentials: 'omit',
  headers: { accept: 'application/json' },
  body: new URLSearchParams({ email: 'ana@example.org' }),
};
const json: RequestInit = {
  method: 'POST',
  credentials: 'omit',
  headers: { 'content-type': 'application/json' },
  body: '{}',
};

const start = (service: Partial<Service<string>> = {}) =>
  startStandIn<string>({
    cors: 'simple',
    answer({ body }, keep) {
      keep(body);
      return { status: 200, body: { ok: true }, headers: { 'retry-after': '9' } };
    },
    ...service,
  });

const methods = ({ received }: Awaited<ReturnType<typeof start>>) =>
  received.map(({ method }) => method);

describe('a fetch like that of a browser', () => {
  it('sends a form at once, and says whose page it is on', async () => {
    const site = await start();
    const response = await browse(site.origin, form);
    assert.deepEqual(await response.json(), { ok: true });
    assert.deepEqual(methods(site), ['POST']);
    assert.equal(site.received[0]!.headers.get('origin'), 'https://firststeps.example');
    assert.equal(site.received[0]!.headers.get('referer'), 'https://firststeps.example/');
  });

  it('asks before it sends JSON, and sends nothing where nobody answers that', async () => {
    const deaf = await start();
    await assert.rejects(browse(deaf.origin, json), TypeError);
    assert.deepEqual(methods(deaf), ['OPTIONS']);
    const site = await start({ cors: 'preflight' });
    assert.equal((await browse(site.origin, json)).status, 200);
    assert.deepEqual(methods(site), ['OPTIONS', 'POST']);
    assert.equal(site.received[0]!.headers.get('access-control-request-headers'), 'content-type');
  });

  it('asks for each header, and takes no "*" for a key', async () => {
    const site = await start({ cors: 'preflight', allowHeaders: '*' });
    const withKey = { ...json, headers: { ...json.headers, authorization: 'Bearer 1' } };
    await assert.rejects(browse(site.origin, withKey), /authorization/);
    const other = { ...json, headers: { ...json.headers, 'idempotency-key': '"1"' } };
    assert.equal((await browse(site.origin, other)).status, 200);
    const strict = await start({ cors: 'preflight' });
    await assert.rejects(browse(strict.origin, other), /idempotency-key/);
    assert.deepEqual(strict.stored, []);
  });

  it('hides an answer that is not for the page, although it was sent', async () => {
    const site = await start({ cors: 'none' });
    await assert.rejects(browse(site.origin, form), TypeError);
    assert.equal(site.stored.length, 1);
  });

  it('hides headers that are not exposed', async () => {
    const hidden = await browse((await start()).origin, form);
    assert.equal(hidden.headers.get('retry-after'), null);
    assert.match(hidden.headers.get('content-type')!, /json/);
    const exposed = await browse((await start({ exposeHeaders: 'Retry-After' })).origin, form);
    assert.equal(exposed.headers.get('retry-after'), '9');
  });

  it('shows nothing of an answer that was not asked for, and drops the type of JSON', async () => {
    const site = await start({ cors: 'none' });
    const response = await browse(site.origin, { ...json, mode: 'no-cors' });
    assert.deepEqual([response.type, response.status, await response.text()], ['opaque', 0, '']);
    assert.doesNotMatch(String(site.received[0]!.headers.get('content-type')), /json/);
    assert.deepEqual(site.stored, ['{}']);
  });

  it('follows to another site as nobody', async () => {
    const target = await start();
    const site = await start({
      answer: () => ({ status: 302, headers: { location: `${target.origin}/echo` } }),
    });
    const response = await browse(site.origin, form);
    assert.ok(response.redirected);
    assert.deepEqual(methods(target), ['GET']);
    assert.equal(target.received[0]!.headers.get('origin'), 'null');
  });

  it('needs no permission on its own site', async () => {
    const site = await start({ cors: 'none' });
    const response = await likeABrowser(`${site.origin}/join`)(site.origin, json);
    assert.equal(response.headers.get('retry-after'), '9');
    assert.deepEqual(methods(site), ['POST']);
    assert.equal(site.received[0]!.headers.get('referer'), `${site.origin}/join`);
  });
});
