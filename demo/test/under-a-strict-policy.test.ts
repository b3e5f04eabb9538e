import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { JoinForm } from './support/join-form.ts';
import type { OwnPage } from './support/own-pages.ts';
import { openPledge } from './support/pledge-form.ts';
import { setStage, type Stage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const issue = readFileSync(
  fileURLToPath(import.meta.resolve('@pro-kid/content/issues/permanent-connections.json')),
  'utf8',
);

/** As strict as a policy can be that still lets scripts in. */
const policy = ({ trustedTypes = 'trusted-types lit-html', script = STRICT } = {}) =>
  [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self' %RECEIVER%",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    trustedTypes,
  ].join('; ');

const STRICT = "'nonce-r4nd0m' 'strict-dynamic'";

const page = (body: string, under = policy()): OwnPage => ({
  text: `<!doctype html><html lang="en"><title>Sample</title>
    <link rel="stylesheet" href="/own.css"><body>${body}</body></html>`,
  headers: { 'content-security-policy': under },
});

const script = (file: string) =>
  `<script type="module" nonce="r4nd0m" src="/pro-kid/${file}.js"></script>`;

const fallback = '<p><a href="mailto:hello@partner.example">Write to us</a>.</p>';
const join = `<pro-kid-join endpoint="%RECEIVER%/submissions">${fallback}</pro-kid-join>`;
const pledge = `<pro-kid-pledge src="/campaigns/permanent-connections.json">${fallback}</pro-kid-pledge>`;

const every = `<main lang="en">
  ${join.replace('<pro-kid-join', '<pro-kid-join lang="es"')}
  ${pledge}
  <pro-kid-fact-card id="built-in" issue="permanent-connections" loading="eager"></pro-kid-fact-card>
  <pro-kid-fact-card id="brought" src="/issue.json" loading="eager"></pro-kid-fact-card>
  <pro-kid-fact-deck src="/deck.json"></pro-kid-fact-deck>
  <pro-kid-progress counts="%RECEIVER%/counts" goal="10"></pro-kid-progress>
  <pro-kid-share></pro-kid-share>
</main>`;

const withoutOurs = policy({ trustedTypes: 'trusted-types another' });
const duplicates = policy({ trustedTypes: "trusted-types lit-html 'allow-duplicates'" });

/** What a page draws with a Lit of its own. */
const ownLit = `<p id="own"></p><script type="module" nonce="r4nd0m">
  import { html, render } from '/lit-html.js';
  render(html\`<b>Drawn by the page</b>\`, document.querySelector('#own'));
</script>`;

const json = { 'content-type': 'application/json' };
const pages = {
  '/own.css': {
    text: 'pro-kid-join { display: flow-root; min-height: max(850px, 1390px - 88vw); }',
    headers: { 'content-type': 'text/css' },
  },
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
  '/no-policy-of-ours/join': page(script('join') + join, withoutOurs),
  '/no-policy-of-ours/loader': page(script('loader') + every, withoutOurs),
  '/no-policy-of-ours/bundle': page(script('bundle') + every, withoutOurs),
  '/no-script-of-ours': page(script('join') + join, policy({ script: "'nonce-other'" })),
  '/no-parts-of-ours': page(
    script('loader') + join,
    policy({ script: 'http://localhost:*/pro-kid/loader.js' }),
  ),
  '/lit-first': page(ownLit + script('join') + join),
  '/lit-first/duplicates': page(ownLit + script('join') + join, duplicates),
  '/lit-second': page(script('join') + join + ownLit),
  '/lit-second/duplicates': page(script('join') + join + ownLit, duplicates),
  '/two-files': page(script('join') + script('pledge') + join + pledge),
  '/two-files/duplicates': page(script('join') + script('pledge') + join + pledge, duplicates),
  '/asks-by-script': page(
    script('join') +
      '<pro-kid-join format="mailchimp" endpoint="http://localhost:9/subscribe/post-json?u=a&id=b">',
  ),
  '/file-and-loader': page(script('join') + script('loader') + join),
} as const;

/** Notes what the page's policy refuses. */
const noteViolations = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const noted: string[] = [];
    Object.assign(window, { violations: noted });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      noted.push(`${effectiveDirective} ${blockedURI}`);
    });
  });

const violations = ({ page }: Visit) =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

const visitPage = (stage: Stage, path: keyof typeof pages, consoleMaySay?: RegExp) =>
  stage.visit(stage.pages + path, {
    prepare: noteViolations,
    ...(consoleMaySay && { consoleMaySay }),
  });

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('nonces, no inline styles and Trusted Types: everything works, and nothing is refused', async (t) => {
  const stage = await setStage(t, { pages });

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
});

async function showsCode({ page }: Visit, share: string): Promise<void> {
  const button = await page.waitForSelector(`${share} >>> [part=code]`, { visible: true });
  await button!.evaluate((each) => (each as HTMLElement).click());
  await page.waitForSelector(`${share} >>> dialog[open] svg`, { visible: true });
}

test('the snippet without its style attribute: the page’s own sheet keeps the room', async (t) => {
  const stage = await setStage(t, { pages });
  const visit = await visitPage(stage, '/join');
  await visit.form();
  const height = await visit.page.$eval('pro-kid-join', (form) => getComputedStyle(form).minHeight);
  assert.equal(height, '850px');

  const refused = await visitPage(stage, '/style-attribute', /style/);
  await refused.form();
  assert.deepEqual(await violations(refused), ['style-src-attr inline']);
});

test('a file may be loaded ahead, with the nonce', async (t) => {
  const stage = await setStage(t, { pages });
  const visit = await visitPage(stage, '/preloaded');
  await visit.form();
  assert.deepEqual(await violations(visit), []);
});

/** What the console says that is ours, without what the browser adds of its own. */
const ours = ({ console }: Visit) => console.filter((text) => text.includes('[pro-kid/'));

const seesFallback = async ({ page }: Visit, tag = 'pro-kid-join') => {
  const link = await page.waitForSelector(`${tag} a`, { visible: true });
  return (await link!.boundingBox())!.height > 0;
};

test('a policy that keeps us out: the fallback stays, and one line says why', async (t) => {
  const stage = await setStage(t, { pages });

  for (const file of ['join', 'loader', 'bundle'] as const) {
    await t.test(`Trusted Types, ${file}.js`, async () => {
      const visit = await visitPage(
        stage,
        `/no-policy-of-ours/${file}`,
        /trusted-types|TrustedTypePolicy/,
      );
      await visit.page.waitForFunction(() => performance.getEntriesByType('resource').length > 1);
      await visit.page.waitForNetworkIdle({ idleTime: 200 });
      assert.equal(ours(visit).length, 1, visit.console.join('\n'));
      assert.match(ours(visit)[0]!, /^warn: .*lit-html.*\[pro-kid\/trusted-types\]$/);
      assert.equal(
        visit.console.some((text) => text.startsWith('uncaught')),
        false,
      );
      assert.ok(await seesFallback(visit));
      assert.deepEqual(await violations(visit), ['trusted-types trusted-types-policy']);
    });
  }

  await t.test('the script itself: what the browser says is all there can be', async () => {
    const visit = await visitPage(stage, '/no-script-of-ours', /script/);
    assert.ok(await seesFallback(visit));
    assert.deepEqual(ours(visit), []);
  });

  await t.test(
    'a script of the sign-up service: nothing is sent, and the form says so',
    async () => {
      const visit = await visitPage(
        stage,
        '/asks-by-script',
        /TrustedScriptURL|pro-kid\/configuration/,
      );
      const form = await visit.form();
      await form.typeAll(ana);
      await form.click('Join as Pro-Kid');
      assert.match(await form.part('failure'), /^You are not signed up/);
      assert.equal(ours(visit).length, 1);
      assert.match(ours(visit)[0]!, /Trusted Types.*\[pro-kid\/configuration\]$/);
      assert.deepEqual(visit.requestsTo('http://localhost:9/'), []);
    },
  );

  await t.test('the parts of the loader', async () => {
    const visit = await visitPage(stage, '/no-parts-of-ours', /script/i);
    await visit.page.waitForNetworkIdle({ idleTime: 200 });
    assert.ok(await seesFallback(visit));
    assert.equal(ours(visit).length, 1);
    assert.match(ours(visit)[0]!, /\[pro-kid\/load-failed\]/);
  });
});

test('two copies of Lit under Trusted Types', async (t) => {
  const stage = await setStage(t, { pages });
  const isDrawn = ({ page }: Visit) => page.waitForSelector('#own b', { visible: true });

  for (const path of ['/lit-first/duplicates', '/lit-second/duplicates'] as const) {
    await t.test(`${path}: both work`, async () => {
      const visit = await visitPage(stage, path);
      await Promise.all([isDrawn(visit), visit.form()]);
      assert.deepEqual(await violations(visit), []);
    });
  }

  await t.test(
    'the page’s own first: it works, and ours keeps its fallback and says why',
    async () => {
      const visit = await visitPage(stage, '/lit-first', /trusted-types|TrustedTypePolicy/);
      await isDrawn(visit);
      assert.ok(await seesFallback(visit));
      assert.equal(ours(visit).length, 1);
      assert.match(ours(visit)[0]!, /'allow-duplicates'.*\[pro-kid\/trusted-types\]/);
    },
  );

  await t.test('two files of ours', async () => {
    const visit = await visitPage(stage, '/two-files', /trusted-types|TrustedTypePolicy/);
    await visit.form();
    assert.ok(await seesFallback(visit, 'pro-kid-pledge'));
    assert.equal(ours(visit).length, 1);
    assert.match(ours(visit)[0]!, /'allow-duplicates'\. \[pro-kid\/trusted-types\]/);

    const both = await visitPage(stage, '/two-files/duplicates');
    await Promise.all([both.form('pro-kid-join'), both.form('pro-kid-pledge')]);
    assert.deepEqual(await violations(both), []);
  });

  await t.test(
    'a file and the loader: the second finds all done, and asks for nothing',
    async () => {
      const visit = await visitPage(stage, '/file-and-loader');
      await visit.form();
      await visit.page.waitForNetworkIdle({ idleTime: 200 });
      assert.deepEqual(await violations(visit), []);
    },
  );
});
