import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { ana, counts, openPledge, thePledge, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const FILE = '/campaigns/permanent-connections.json';
const refusedByStatus = /^error: Failed to load resource/;

/** Answers in place of the site, at the campaign's address. */
const answersFile = (answer: { status?: number; body: string }) => async (page: Page) => {
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    new URL(request.url()).pathname === FILE
      ? request.respond({ contentType: 'application/json', ...answer })
      : request.continue(),
  );
};

const failures = {
  'is not there': {
    answer: { status: 404, body: '' },
    says: /<pro-kid-pledge>: the campaign at src="\/campaigns\/permanent-connections\.json" cannot be had: .*404.*\[pro-kid\/campaign-unreachable\]/,
  },
  'is no JSON': {
    answer: { body: '{ "id": ' },
    says: /<pro-kid-pledge>: .* is no JSON: .*contract check" says what to correct\. \[pro-kid\/campaign-invalid\]/,
  },
  'has an unknown key': {
    answer: {
      body: JSON.stringify({
        id: 'a',
        type: 'pledge',
        title: 'Sample',
        statement: ['Sample'],
        comitments: [],
      }),
    },
    says: /<pro-kid-pledge>: .* is no campaign: see \/c.*\[pro-kid\/campaign-invalid\]/,
  },
  'is a petition': {
    answer: {
      body: JSON.stringify({
        id: 'a',
        type: 'petition',
        title: 'Sample',
        to: 'Sample',
        ask: 'Sample',
        statement: ['Sample'],
      }),
    },
    says: /is a petition\. Use <pro-kid-petition> for it\. \[pro-kid\/campaign-type\]/,
  },
};

for (const [fault, { answer, says }] of Object.entries(failures)) {
  test(`the campaign's file ${fault}: the fallback stays, and the console says why`, async (t) => {
    const stage = await setStage(t);
    const visit = await stage.visit('/campaign.html', {
      prepare: answersFile(answer),
      consoleMaySay: /^(warn: <pro-kid-(pledge|progress)>: |error: Failed to load resource)/,
    });
    const link = await visit.page.waitForSelector('pro-kid-pledge a', { visible: true });
    await visit.page.waitForFunction(
      () => customElements.get('pro-kid-pledge') && performance.getEntriesByType('resource').length,
    );
    await visit.page.waitForNetworkIdle({ idleTime: 200 });
    assert.ok(
      visit.console.some((text) => says.test(text)),
      visit.console.join('\n'),
    );
    assert.match(await link!.evaluate(({ href }) => href as string), /^mailto:/);
    assert.equal(await link!.isVisible(), true);
    assert.equal(await visit.page.$('pro-kid-pledge >>> form'), null);
  });
}

test('without scripts, there is a link to write to the center', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html', {
    prepare: (page) => page.setJavaScriptEnabled(false),
  });
  const link = await visit.page.waitForSelector('pro-kid-pledge a', { visible: true });
  await link!.scrollIntoView();
  assert.equal(await link!.isIntersectingViewport(), true);
  const text = await visit.page.$eval('main', ({ innerText }) => innerText);
  assert.match(text, /Write to us, and we add your name\./);
});

test('a page that styles and scripts everything does not break a pledge', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html', {
    async prepare(page) {
      await page.setBypassCSP(true);
      await page.evaluateOnNewDocument(() => {
        document.addEventListener('DOMContentLoaded', () => {
          const style = document.createElement('style');
          style.textContent = `
            * { all: unset !important; display: inline !important; color: red !important; }
            label, input, button, form, fieldset, p, div { display: none !important; }
            :host, ::part(card) { outline: 1px solid lime; }`;
          document.head.append(style);
          // Some scripts of a page listen to every form, key and click there is.
          for (const type of ['submit', 'input', 'change', 'keydown']) {
            addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: false });
          }
        });
      });
    },
  });
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});

test('a campaign goes on to its own page, and only once it is known to be stored', async (t) => {
  const redirect = 'https://campaign.example/thanks';
  const stage = await setStage(t, { withLine: true, campaign: { thanks: { redirect } } });
  const visit = await stage.visit('/campaign.html?redirect=https://elsewhere.example/', {
    prepare: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url() === redirect
          ? request.respond({ contentType: 'text/html', body: '<title>Sample</title>' })
          : request.continue(),
      );
    },
    consoleMaySay: refusedByStatus,
  });
  const form = await openPledge(visit);
  stage.line.mishap = ({ response }) => void response.destroy();
  await form.sign();
  await form.becomes('failed');
  assert.match(visit.page.url(), /\/campaign\.html\?/);

  stage.line.mishap = undefined;
  await Promise.all([visit.page.waitForNavigation(), form.click('Try again')]);
  assert.equal(visit.page.url(), redirect);
  assert.equal(stage.rows().length, 1);
});

test('an answer that is lost after storing makes no second signature', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/campaign.html', { consoleMaySay: refusedByStatus });
  const form = await openPledge(visit);
  stage.line.mishap = async ({ forward, response }) => {
    await forward();
    response.destroy();
  };
  await form.sign({ ...ana, 'Comment (optional)': 'For every kid.' });
  await form.becomes('failed');
  assert.match(
    await form.part('failure'),
    /We cannot tell if you have signed .* Everything you typed is still here\./,
  );
  assert.equal(await form.value('Comment (optional)'), 'For every kid.');
  assert.equal(stage.rows().length, 1);

  stage.line.mishap = undefined;
  await form.click('Try again');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
  await counts(visit.page, '#so-far', '1 of 100 signed');
});

test('a pledge is signed by keyboard alone', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  await thePledge(visit);
  await visit.page.click('.appeal .button');
  await visit.press('Tab');
  assert.equal(await visit.focused(), `textbox "${words.en.birthYear}"`);
  await visit.page.keyboard.type('1990');
  await visit.press('Enter', 'Tab');
  assert.match(await visit.focused(), /^checkbox "I support policies encouraging permanency/);
  await visit.press('Space', 'Tab', 'Tab', 'Tab', 'Tab');
  assert.equal(await visit.focused(), 'textbox "First name"');
  await visit.page.keyboard.type('Ana');
  await visit.press('Tab', 'Tab');
  await visit.page.keyboard.type('ana@example.org');
  await visit.press('Enter');
  await visit.page.waitForSelector('pro-kid-pledge:state(done)');
  assert.match(await visit.focused(), /Thank you! You have signed\./);
  assert.equal(stage.rows().length, 1);
});
