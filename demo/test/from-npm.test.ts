import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widgetPath, WIDGETS } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

test('the form from npm tells the page what became of it, and not what was typed', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/npm.html');
  const form = await visit.form();
  await form.type('First name', 'Ana');
  await form.click('Join as Pro-Kid');
  await form.part('summary');
  await form.type('Email address', 'ana@example.org');
  await form.click('Join as Pro-Kid');
  await form.becomes('done');

  const lines = await visit.page.$$eval('#log li', (items) => items.map((item) => item.innerText));
  assert.deepEqual(lines, [
    'pro-kid-ready',
    'pro-kid-failed individual invalid required',
    'pro-kid-submit individual',
    'pro-kid-delivered individual confirmed',
  ]);
  assert.equal(stage.rows().length, 1);
  assert.deepEqual(visit.requestsTo(stage.site + WIDGETS), []);
});

for (const first of ['npm', 'the script tag'] as const) {
  test(`the same form by npm and by script tag, ${first} first: there is one, and it works`, async (t) => {
    const stage = await setStage(t);
    const address = stage.site + widgetPath('join.js');
    const visit = await stage.visit('/npm.html', {
      prepare: async (page) => {
        if (first === 'npm') return;
        // Under the site's policy, the second copy of Lit would break off.
        await page.setBypassCSP(true);
        await page.evaluateOnNewDocument((url) => void import(url as string), address);
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          // The page's own script comes only when the tag is defined.
          const isDefined = request.url().includes('/assets/npm-')
            ? page.evaluate(() => customElements.whenDefined('pro-kid-join').then(() => true))
            : Promise.resolve(true);
          void isDefined.then(() => request.continue());
        });
      },
    });
    const form = await visit.form();
    if (first === 'npm') await visit.page.evaluate((url) => import(url as string), address);
    await visit.page.waitForFunction(
      (url) => performance.getEntriesByName(url).length > 0,
      {},
      address,
    );
    await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
    await form.click('Join as Pro-Kid');
    await form.becomes('done');
    assert.equal(stage.rows().length, 1);
  });
}
