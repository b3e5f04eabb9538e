import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { freePort } from '@pro-kid/tooling/free-port';
import { Hono } from 'hono';
import type { Page } from 'puppeteer-core';
import { listen } from '../server/listen.ts';
import { originsOf } from '../server/site-server.ts';
import { WIDGETS } from '../server/widget-files.ts';
import { setStage, type Stage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const SAMPLES = join(import.meta.dirname, '../../docs/embed/samples');
const FALLBACK = /The form could not be loaded/;

/** A sample of the documentation, with the addresses of this story in place of its examples. */
const sample = (name: string, { site, endpoint }: Stage) =>
  readFileSync(join(SAMPLES, name), 'utf8')
    .replaceAll('https://sign-up.example', endpoint)
    .replaceAll(/(?:https:\/\/your-site\.example)?\/pro-kid\/[\d.]+\//g, site + WIDGETS);

/** A story with a page of its own on it, which loads the widgets' files from another site. */
async function setPage(t: TestContext, write: (stage: Stage) => string) {
  const port = await freePort();
  const stage = await setStage(t, { origins: originsOf(port) });
  const app = new Hono();
  app.get('/', (context) => context.html(write(stage)));
  app.get('/favicon.ico', (context) => context.body(null, 204));
  const server = await listen(app, port);
  t.after(() => server.stop());
  const visit = await stage.visit(`${server.url}/`);
  return { stage, visit };
}

async function joinsThere(stage: Stage, visit: Visit): Promise<void> {
  const form = await visit.form();
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  const [row, ...others] = stage.rows();
  assert.deepEqual([row?.email, row?.partner], ['ana@example.org', 'your-organization']);
  assert.deepEqual(others, []);
}

test('the plain page of the documentation works as it is', async (t) => {
  const { stage, visit } = await setPage(t, (own) => sample('page.html', own));
  await joinsThere(stage, visit);
});

const scriptLine = (stage: Stage) => /<script.+<\/script>/.exec(sample('page.html', stage))![0];

/** The page of the documentation without its script, which something else brings. */
const withoutScript = (stage: Stage) => sample('page.html', stage).replace(scriptLine(stage), '');

/** Puts HTML into the page as tag managers do: a script in it runs only once it is made anew. */
const inject = (page: Page, html: string, runsScripts = true) =>
  page.evaluate(
    (text, runs) => {
      const place = document.createElement('div');
      place.innerHTML = text;
      document.body.append(place);
      for (const script of runs ? place.querySelectorAll('script') : []) {
        const anew = document.createElement('script');
        for (const { name, value } of script.attributes) anew.setAttribute(name, value);
        anew.text = script.text;
        script.replaceWith(anew);
      }
    },
    html,
    runsScripts,
  );

async function setPageWithoutScript(t: TestContext) {
  const { stage, visit } = await setPage(t, withoutScript);
  const shown = await visit.page.$eval('pro-kid-join', (element) => element.innerText);
  assert.match(shown, FALLBACK);
  return { stage, visit };
}

for (const [how, write] of Object.entries({
  'a script that makes it': (stage: Stage) => sample('tag-manager.html', stage),
  'its own script line': scriptLine,
})) {
  test(`a tag manager brings the code to a form in the page by ${how}`, async (t) => {
    const { stage, visit } = await setPageWithoutScript(t);
    await inject(visit.page, write(stage));
    await joinsThere(stage, visit);
  });
}

test('a tag manager brings the script and, some time later, the form', async (t) => {
  const { stage, visit } = await setPage(t, () => '<!doctype html><html lang="en"></html>');
  await inject(visit.page, sample('tag-manager.html', stage));
  await visit.page.waitForNetworkIdle();
  const [form] = /<pro-kid-join[\s\S]+<\/pro-kid-join>/.exec(sample('page.html', stage)) ?? [];
  await inject(visit.page, form!);
  await joinsThere(stage, visit);
});

test('where HTML is put in without running its scripts, the fallback stays', async (t) => {
  const { stage, visit } = await setPageWithoutScript(t);
  await inject(visit.page, sample('tag-manager.html', stage), false);
  await visit.page.waitForNetworkIdle();
  const form = await visit.page.$('pro-kid-join');
  assert.equal(await form!.evaluate(({ shadowRoot }) => shadowRoot), null);
  assert.match(await form!.evaluate(({ innerText }) => innerText), FALLBACK);
});
