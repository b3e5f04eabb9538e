import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WIDGETS } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('the script is blocked: a link to write to the center stands in its place', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/', {
    prepare: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url().includes(WIDGETS) ? request.abort('blockedbyclient') : request.continue(),
      );
    },
    consoleMaySay: /^error: Failed to load resource: net::ERR_BLOCKED_BY_CLIENT/,
  });
  const link = await visit.page.waitForSelector('pro-kid-join a', { visible: true });
  assert.match(await link!.evaluate(({ href }) => href as string), /^mailto:/);
  await link!.scrollIntoView();
  assert.equal(await link!.isIntersectingViewport(), true);
});

test('a page on plain http, without crypto.randomUUID, still submits', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/', {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        delete (Crypto.prototype as Partial<Crypto>).randomUUID;
        delete (Crypto.prototype as Partial<{ subtle: unknown }>).subtle;
      }),
  });
  const form = await visit.form();
  assert.equal(await visit.page.evaluate(() => 'randomUUID' in crypto), false);
  await form.typeAll(ana);
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});

test('a browser without storage and cookies still submits', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/', {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const refuse = {
          get: () => {
            throw new DOMException('No.', 'SecurityError');
          },
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(window, name, refuse);
        }
        Object.defineProperty(Document.prototype, 'cookie', refuse);
      }),
  });
  const form = await visit.form();
  await form.typeAll(ana);
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});

test('the form fits into a plain grid on a phone', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/', { viewport: { width: 360, height: 740 } });
  await visit.form();
  const overflow = await visit.page.$eval('#join', (section) => {
    (section as HTMLElement).style.gridTemplateColumns = 'auto';
    return document.documentElement.scrollWidth - innerWidth;
  });
  assert.ok(overflow <= 0, `The page becomes ${overflow} pixels too wide.`);
});

test('somebody leaves while it is being sent: on the way back the form is not stuck', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.typeAll(ana);
  const held = Promise.withResolvers<void>();
  stage.line.mishap = async ({ forward, giveBack }) => {
    await held.promise;
    await giveBack(await forward());
  };
  await form.click('Join as Pro-Kid');
  await form.becomes('sending');

  await visit.page.goto(`${stage.site}/privacy.html`);
  await visit.page.goBack();
  held.resolve();
  // The browser may have kept the page, which then gets its answer, or it may show it anew.
  await visit.page.waitForSelector('pro-kid-join:is(:state(done), :state(idle))');
  await visit.page.reload();
  await visit.form();
  assert.equal(await form.is('idle'), true);
  assert.equal(stage.line.posts.length, 1);
  assert.equal(stage.rows().length, 1);
});
