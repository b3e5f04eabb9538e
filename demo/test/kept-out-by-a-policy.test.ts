import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  join,
  ownSheet,
  page,
  pledge,
  policy,
  script,
  violations,
  visitPage,
} from './support/policy-pages.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const every = join + pledge + '<pro-kid-share></pro-kid-share>';
const withoutOurs = policy({ trustedTypes: 'trusted-types another' });
const duplicates = policy({ trustedTypes: "trusted-types lit-html 'allow-duplicates'" });

/** What a page draws with a Lit of its own. */
const ownLit = `<p id="own"></p><script type="module" nonce="r4nd0m">
  import { html, render } from '/lit-html.js';
  render(html\`<b>Drawn by the page</b>\`, document.querySelector('#own'));
</script>`;

const pages = {
  ...ownSheet,
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

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('where a policy keeps something out', async (t) => {
  const stage = await setStage(t, { pages });

  await t.test(
    'a policy that keeps us out: the fallback stays, and one line says why',
    async (t) => {
      for (const file of ['join', 'loader', 'bundle'] as const) {
        await t.test(`Trusted Types, ${file}.js`, async () => {
          const visit = await visitPage(
            stage,
            `/no-policy-of-ours/${file}`,
            /trusted-types|TrustedTypePolicy/,
          );
          await visit.page.waitForFunction(
            () => performance.getEntriesByType('resource').length > 1,
          );
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
    },
  );

  await t.test('two copies of Lit under Trusted Types', async (t) => {
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

    await t.test('a widget first: it works, and the page’s own does not get the name', async () => {
      const visit = await visitPage(stage, '/lit-second', /trusted-types|TrustedTypePolicy/);
      await visit.form();
      assert.equal(await visit.page.$('#own b'), null);
    });

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
});

/** What the console says that is ours, without what the browser adds of its own. */
const ours = ({ console }: Visit) => console.filter((text) => text.includes('[pro-kid/'));

const seesFallback = async ({ page }: Visit, tag = 'pro-kid-join') => {
  const link = await page.waitForSelector(`${tag} a`, { visible: true });
  return (await link!.boundingBox())!.height > 0;
};
