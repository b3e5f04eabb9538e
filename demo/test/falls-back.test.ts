import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { setStage } from './support/stage.ts';

const link = '<p><a href="mailto:hello@partner.example">Write to us</a>.</p>';
const join = (fallback = link) =>
  `<pro-kid-join endpoint="%RECEIVER%/submissions">${fallback}</pro-kid-join>`;
const script = (file: string) => `<script type="module" src="/pro-kid/${file}.js"></script>`;
const squat = `<script>
  customElements.define('pro-kid-join', class extends HTMLElement {});
</script>`;

/** What a page may have in place of ours: its own form, which a server of its own takes. */
const plainForm = `<form method="post" action="/joined">
  <p><label>Your name <input name="FNAME" autocomplete="given-name" required></label></p>
  <p><label>E-mail <input name="EMAIL" type="email" autocomplete="section-join email"></label></p>
  <p><label>ZIP <input name="ZIP" autocomplete="postal-code"></label></p>
  <p><button>Join</button></p>
</form>`;

const page = (body: string) => ({
  text: `<!doctype html><html lang="en"><title>Sample</title><body>${body}</body></html>`,
});

const pages = {
  '/squatted/join': page(squat + script('join') + join()),
  '/squatted/loader': page(squat + script('loader') + join() + join()),
  '/join': page(script('join') + join()),
  '/loader': page(script('loader') + join()),
  '/plain-form': page(script('join') + join(plainForm)),
} as const;

test('where the form cannot be, what the page wrote stays', async (t) => {
  const stage = await setStage(t, { pages });

  for (const file of ['join', 'loader'] as const) {
    await t.test(
      `another library has taken the tag, and one line says so: ${file}.js`,
      async () => {
        const visit = await stage.visit(`${stage.pages}/squatted/${file}`, {
          consoleMaySay: /^warn: <pro-kid-join> is already registered \(by another library\)/,
        });
        await visit.page.waitForNetworkIdle({ idleTime: 200 });
        await visit.page.waitForSelector('pro-kid-join a', { visible: true });
        assert.equal(visit.console.length, 1, visit.console.join('\n'));
        assert.match(visit.console[0]!, /\[pro-kid\/tag-taken\]$/);
      },
    );

    await t.test(`a browser without custom elements: ${file}.js`, async () => {
      const visit = await stage.visit(`${stage.pages}/${file}`, {
        prepare: (page) =>
          page.evaluateOnNewDocument(() =>
            Object.defineProperty(window, 'customElements', { value: undefined }),
          ),
        consoleMaySay: /customElements|reading 'get'/,
      });
      await visit.page.waitForNetworkIdle({ idleTime: 200 });
      const shown = await visit.page.waitForSelector('pro-kid-join a', { visible: true });
      assert.equal(await shown!.isIntersectingViewport(), true);
    });
  }
});

test('who began to type before the form was there goes on in it', async (t) => {
  const stage = await setStage(t, { pages });
  const late = Promise.withResolvers<HTTPRequest>();
  const visit = await stage.visit(`${stage.pages}/plain-form`, {
    early: true,
    prepare: (page) => holdBack(page, '/pro-kid/join.js', late.resolve),
  });
  const { page } = visit;
  await page.type('[name=FNAME]', 'Ana');
  await page.type('[name=EMAIL]', 'ana@exam');

  await (await late.promise).continue();
  const form = await visit.form();
  assert.equal(await visit.focused(), 'textbox "Email address"');
  await page.keyboard.type('ple.org');
  assert.deepEqual(await form.values(['First name', 'Email address', 'ZIP code (optional)']), {
    'First name': 'Ana',
    'Email address': 'ana@example.org',
    'ZIP code (optional)': '',
  });
  await visit.press('Enter');
  await form.becomes('done');
  assert.deepEqual(
    stage.rows().map(({ email }) => email),
    ['ana@example.org'],
  );
  assert.equal(page.url(), `${stage.pages}/plain-form`);
});

/** Lets all requests through but one, which waits for whoever takes it. */
async function holdBack(page: Page, path: string, take: (request: HTTPRequest) => void) {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    new URL(request.url()).pathname === path ? take(request) : void request.continue(),
  );
}
