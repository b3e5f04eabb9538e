import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { setStage } from './support/stage.ts';

/** A stand-in for Mailchimp, with answers as they were recorded: none of this was asked live. */
async function serveAudience(t: TestContext, answer: object = {}) {
  const posts: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    if (pathname === '/subscribe/post-json') {
      posts.push(searchParams);
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`${searchParams.get('c')}(${JSON.stringify(answer)})`);
      return;
    }
    if (request.method !== 'POST' || pathname !== '/subscribe/post') {
      response.writeHead(404).end();
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posts.push(new URLSearchParams(body));
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<title>Almost finished</title><h1>Almost finished…</h1>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const address = (path: string) => `http://localhost:${port}/subscribe${path}?u=abc&id=def`;
  return { posts, form: address('/post'), script: address('/post-json'), hosted: address('') };
}

async function join(
  t: TestContext,
  endpoint: string,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
) {
  const stage = await setStage(t);
  const visit = await stage.visit('/', {
    // The demo site's own policy lets its pages talk to its receiver alone.
    prepare: (page) => Promise.all([page.setBypassCSP(true), prepare(page)]),
    consoleMaySay: /Failed to load resource/,
  });
  const form = await visit.form();
  await visit.page.$eval(
    'pro-kid-join',
    (element, url) => {
      element.setAttribute('format', 'mailchimp');
      element.setAttribute('endpoint', url);
    },
    endpoint,
  );
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  return { visit, form };
}

test('Mailchimp answers in a tab of its own, and the form says to look there', async (t) => {
  const audience = await serveAudience(t);
  const { visit, form } = await join(t, audience.form);
  const opened = new Promise<Page | null>((resolve) => {
    visit.page.once('popup', resolve);
  });
  await form.click('Join as Pro-Kid');
  const tab = (await opened)!;
  await visit.page.bringToFront();
  await form.becomes('done');

  assert.match(await form.part('thanks'), /^Look at the new tab Your form was sent\./);
  assert.equal(await tab.title(), 'Almost finished');
  assert.equal(await tab.evaluate('window.opener'), null, 'Its page could steer ours.');
  assert.equal(audience.posts.length, 1);
  assert.deepEqual(Object.fromEntries(audience.posts[0]!), {
    FNAME: 'Ana',
    EMAIL: 'ana@example.org',
    b_abc_def: '',
  });
  assert.equal(await visit.page.$('body > form[hidden]'), null, 'Something was left on the page.');
});

test('a browser that opens no tab is told of, and the next try may open one', async (t) => {
  const audience = await serveAudience(t);
  const { visit, form } = await join(t, audience.form, (page) =>
    page.evaluateOnNewDocument(() => {
      const { open } = window;
      window.open = () => {
        window.open = open;
        return null;
      };
    }),
  );
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  assert.match(await form.part('failure'), /^You are not signed up yet Your browser did not open/);
  assert.equal(audience.posts.length, 0);
  assert.equal(await form.value('First name'), 'Ana');

  const opened = new Promise((resolve) => {
    visit.page.once('popup', resolve);
  });
  await form.click('Try again');
  await opened;
  await visit.page.bringToFront();
  await form.becomes('done');
  assert.equal(audience.posts.length, 1);
});

test('by its script, where the page asks for that, Mailchimp says what became of it', async (t) => {
  const stories = [
    { answer: { result: 'success', msg: 'Thank you!' }, thanks: /^Thank you! You are in\./ },
    { answer: { result: 'success', msg: 'Please confirm your email.' }, thanks: /^One more step/ },
    {
      answer: { result: 'error', msg: 'ana@example.org is already subscribed to list Kids.' },
      thanks: /^You are already in/,
    },
  ];
  for (const { answer, thanks } of stories) {
    await t.test(answer.msg, async (t) => {
      const audience = await serveAudience(t, answer);
      const { visit, form } = await join(t, audience.script);
      await form.click('Join as Pro-Kid');
      await form.becomes('done');
      assert.match(await form.part('thanks'), thanks);
      assert.equal(audience.posts[0]!.get('EMAIL'), 'ana@example.org');
      const left = await visit.page.evaluate(() =>
        Object.keys(window).filter((name) => name.startsWith('proKid')),
      );
      assert.deepEqual(left, [], 'A global was left on the page.');
      assert.equal(await visit.page.$('script[src*="post-json"]'), null);
    });
  }
});

test('a captcha of Mailchimp leads to the form that it hosts', async (t) => {
  const audience = await serveAudience(t, { result: 'error', msg: 'captcha' });
  const { form } = await join(t, audience.script);
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  const link = await form.control('Sign up on the service’s own page');
  assert.equal(await link.evaluate((each) => each.getAttribute('href')), audience.hosted);
  assert.equal(await form.value('Email address'), 'ana@example.org');
});

test('a script of Mailchimp that does not come is no thank-you', async (t) => {
  const audience = await serveAudience(t);
  const { form } = await join(t, audience.script, async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().includes('post-json') ? void request.abort() : void request.continue(),
    );
  });
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  assert.match(await form.part('failure'), /^We cannot tell if you are signed up/);
});
