import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { widgetPath } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

interface Post {
  type: string | undefined;
  body: URLSearchParams;
}

/** A stand-in for a form service on an origin of its own, with an answer that was recorded. */
async function serveForms(t: TestContext, answer: { status: number; body: unknown }) {
  const posts: Post[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      posts.push({ type: request.headers['content-type'], body: new URLSearchParams(text) });
      response.writeHead(answer.status, {
        'access-control-allow-origin': '*',
        'content-type': 'application/json',
      });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { posts, url: `http://localhost:${(server.address() as AddressInfo).port}/f/1` };
}

async function joinThrough(t: TestContext, answer: { status: number; body: unknown }) {
  const service = await serveForms(t, answer);
  const stage = await setStage(t);
  // The demo site's own policy lets its pages talk to its receiver alone.
  const visit = await stage.visit('/', {
    prepare: (page) => page.setBypassCSP(true),
    consoleMaySay: /Failed to load resource/,
  });
  const form = await visit.form();
  await visit.page.$eval(
    'pro-kid-join',
    (element, url) => {
      element.setAttribute('fields', '{"given-name":"FNAME","widget":""}');
      element.setAttribute('extra', '{"list":"7"}');
      element.setAttribute('format', 'form');
      element.setAttribute('endpoint', url);
    },
    service.url,
  );
  await form.typeAll(ana);
  await form.click('Join as Pro-Kid');
  return { ...service, form, visit };
}

test('a form service gets the sign-up under its own names, and only its format is loaded', async (t) => {
  const { form, posts, visit } = await joinThrough(t, { status: 200, body: { ok: true } });
  await form.becomes('done');
  const [post] = posts;
  assert.equal(posts.length, 1);
  assert.match(post!.type!, /^application\/x-www-form-urlencoded/);
  assert.equal(post!.body.get('FNAME'), 'Ana');
  assert.equal(post!.body.get('email'), 'ana@example.org');
  assert.equal(post!.body.get('consent-updates'), '0');
  assert.equal(post!.body.get('list'), '7');
  assert.equal(post!.body.has('widget'), false);

  const formats = visit.requests
    .map((request) => new URL(request.url()).pathname)
    .filter((path) => path.includes('/formats/'));
  assert.deepEqual(formats, [widgetPath('formats/form.js')]);
});

test('a form service that says no is never thanked for, and what was typed stays', async (t) => {
  const { form, posts } = await joinThrough(t, { status: 200, body: { error: 'Form is off' } });
  await form.becomes('failed');
  assert.match(await form.part('failure'), /did not take your form/);
  assert.equal(posts.length, 1);
  assert.deepEqual(await form.values(Object.keys(ana)), ana);
});

test('a page that posts JSON loads no other format', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.typeAll(ana);
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  const formats = visit.requests.filter((request) => request.url().includes('/formats/'));
  assert.deepEqual(formats, []);
});
