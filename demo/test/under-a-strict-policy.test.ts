import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { JoinForm } from './support/join-form.ts';
import { openPledge } from './support/pledge-form.ts';
import {
  join,
  ownSheet,
  page,
  pledge,
  script,
  violations,
  visitPage,
} from './support/policy-pages.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const issue = readFileSync(
  fileURLToPath(import.meta.resolve('@pro-kid/content/issues/permanent-connections.json')),
  'utf8',
);

const every = `<main lang="en">
  ${join.replace('<pro-kid-join', '<pro-kid-join lang="es"')}
  ${pledge}
  <pro-kid-fact-card id="built-in" issue="permanent-connections" loading="eager"></pro-kid-fact-card>
  <pro-kid-fact-card id="brought" src="/issue.json" loading="eager"></pro-kid-fact-card>
  <pro-kid-fact-deck src="/deck.json"></pro-kid-fact-deck>
  <pro-kid-progress counts="%RECEIVER%/counts" goal="10"></pro-kid-progress>
  <pro-kid-share></pro-kid-share>
</main>`;

const json = { 'content-type': 'application/json' };
const pages = {
  ...ownSheet,
  '/issue.json': { text: issue, headers: json },
  '/deck.json': { text: `{ "issues": [${issue}] }`, headers: json },
  '/join': page(script('join') + join),
  '/pledge': page(script('pledge') + pledge),
  '/loader': page(script('loader') + every),
  '/bundle': page(script('bundle') + every),
  '/preloaded': page(
    `<link rel="modulepreload" nonce="r4nd0m" href="/pro-kid/join.js">${script('join')}${join}`,
  ),
  '/style-attribute': page(
    script('join') + join.replace('<pro-kid-join', '<pro-kid-join style="min-height: 900px"'),
  ),
} as const;

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('under a strict policy', async (t) => {
  const stage = await setStage(t, { pages });

  await t.test(
    'nonces, no inline styles and Trusted Types: everything works, and nothing is refused',
    async (t) => {
      await t.test('join.js: from the first sight to the thank-you', async () => {
        const visit = await visitPage(stage, '/join');
        const form = await visit.form();
        await form.click('Join as Pro-Kid');
        assert.match(await form.part('summary'), /Enter/);
        await form.typeAll(ana);
        await form.click('Join as Pro-Kid');
        await form.becomes('done');
        assert.deepEqual(await violations(visit), []);
      });

      for (const path of ['/loader', '/bundle'] as const) {
        await t.test(`${path.slice(1)}.js: every widget`, async () => {
          const visit = await visitPage(stage, path);
          const spanish = await visit.form('pro-kid-join');
          assert.match(await spanish.text(), /Correo electrónico/);
          await spanish.click('Unirme como Pro-Kid');
          await spanish.part('summary');

          const form = await openPledge(visit);
          await form.sign({ ...ana, 'Email address': `${path.slice(1)}@example.org` });
          await form.becomes('done');
          await showsCode(visit, 'pro-kid-pledge >>> pro-kid-share');
          await visit.press('Escape');

          for (const card of ['#built-in', '#brought']) {
            const toggle = await visit.page.waitForSelector(`${card} >>> [part=toggle]`);
            await toggle!.evaluate((button) => (button as HTMLElement).click());
            await visit.page.waitForSelector(`${card} >>> [part=details]:not([hidden])`);
          }
          await (await visit.page.$('pro-kid-fact-deck'))!.scrollIntoView();
          await visit.page.waitForSelector('pro-kid-fact-deck pro-kid-fact-card >>> [part=card]');
          const progress = await visit.page.waitForSelector('body > main > pro-kid-progress');
          await progress!.scrollIntoView();
          await visit.page.waitForSelector('body > main > pro-kid-progress >>> progress');
          await showsCode(visit, 'body > main > pro-kid-share');
          assert.deepEqual(await violations(visit), []);
        });
      }

      await t.test('pledge.js: signed, and on to the join form', async () => {
        const visit = await visitPage(stage, '/pledge');
        const form = await openPledge(visit);
        await form.sign({ ...ana, 'Email address': 'ana@pledge.example' });
        await form.becomes('done');
        await visit.page.waitForSelector('pro-kid-pledge >>> pro-kid-progress >>> progress');
        await form.click('Join as Pro-Kid');
        await new JoinForm(visit.page, 'pro-kid-pledge >>> pro-kid-join').ready();
        assert.deepEqual(await violations(visit), []);
      });

      assert.equal(stage.rows().length, 4);
    },
  );

  await t.test(
    'the snippet without its style attribute: the page’s own sheet keeps the room',
    async () => {
      const visit = await visitPage(stage, '/join');
      await visit.form();
      const height = await visit.page.$eval(
        'pro-kid-join',
        (form) => getComputedStyle(form).minHeight,
      );
      assert.equal(height, '850px');

      const refused = await visitPage(stage, '/style-attribute', /style/);
      await refused.form();
      assert.deepEqual(await violations(refused), ['style-src-attr inline']);
    },
  );

  await t.test('a file may be loaded ahead, with the nonce', async () => {
    const visit = await visitPage(stage, '/preloaded');
    await visit.form();
    assert.deepEqual(await violations(visit), []);
  });
});

async function showsCode({ page }: Visit, share: string): Promise<void> {
  const button = await page.waitForSelector(`${share} >>> [part=code]`, { visible: true });
  await button!.evaluate((each) => (each as HTMLElement).click());
  await page.waitForSelector(`${share} >>> dialog[open] svg`, { visible: true });
}
