import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { WIDGETS } from '../server/widget-files.ts';
import { setStage, type VisitOptions } from './support/stage.ts';

const WIDE = '#wide';
const PAGE = '/issues.html';

async function visitIssues(t: TestContext, options: VisitOptions = {}) {
  const stage = await setStage(t);
  const visit = await stage.visit(PAGE, options);
  return { stage, visit, page: visit.page };
}

const shows = (page: Page, selector: string) =>
  page.waitForFunction(
    (css) => document.querySelector(css)?.matches(':state(ready)'),
    {},
    selector,
  );

/** All that a card shows, in one line. */
const textOf = (page: Page, selector: string) =>
  page.$eval(selector, ({ shadowRoot }) =>
    shadowRoot!.querySelector<HTMLElement>('[part=card]')!.innerText.replace(/\s+/g, ' ').trim(),
  );

test('a visitor sees a fact, acts on it, and joins', async (t) => {
  const { stage, visit, page } = await visitIssues(t);
  await shows(page, WIDE);
  const text = await textOf(page, WIDE);
  assert.match(text, /Permanent Connections 1 in 4 adoptions ends before it’s finalized/);
  assert.match(text, /20,000/);
  assert.doesNotMatch(text, /California should support/);

  await page.click(`${WIDE} >>> [part=action]`);
  const form = await visit.form('pro-kid-join');
  assert.equal(await visit.focused(), 'radio "Individual"');
  await page.waitForFunction(() => {
    const { top } = document.querySelector('pro-kid-join')!.getBoundingClientRect();
    return top > -1 && top < innerHeight / 2;
  });
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});

test('by keyboard alone, a visitor reads on, and shares', async (t) => {
  const { visit, page } = await visitIssues(t);
  await shows(page, WIDE);
  await page.$eval(`${WIDE} >>> [part=toggle]`, (button) => (button as HTMLElement).focus());
  await visit.press('Enter');
  assert.match(
    await textOf(page, WIDE),
    /California should support policies encouraging permanency/,
  );
  await visit.press('Tab');
  assert.match(await visit.focused(), /^link "Join as Pro-Kid"/);
  await visit.press('Tab', 'Enter');
  await page.waitForSelector(`${WIDE} >>> [part=menu] button`, { visible: true });
  await visit.press('Escape');
  assert.equal(await visit.focused(), 'button "Share"');
});

test('a search in the page opens what it finds', async (t) => {
  const { page } = await visitIssues(t);
  await shows(page, WIDE);
  const isHidden = await page.$eval(`${WIDE} >>> #details`, (details) =>
    details.getAttribute('hidden'),
  );
  assert.equal(isHidden, 'until-found');
  await page.$eval(`${WIDE} >>> #details`, (details) =>
    details.dispatchEvent(new Event('beforematch', { bubbles: true })),
  );
  await page.waitForSelector(`${WIDE} >>> #details`, { visible: true });
});

test('in Spanish, the same issue reads in Spanish', async (t) => {
  const { page } = await visitIssues(t);
  await page.$eval('#spanish', (card) => card.scrollIntoView());
  await shows(page, '#spanish');
  assert.match(await textOf(page, '#spanish'), /Vínculos permanentes 1 de cada 4 adopciones/);
});

test('a deck is filtered by topic and walked by keys', async (t) => {
  const { visit, page } = await visitIssues(t);
  await page.$eval('#deck', (deck) => deck.scrollIntoView());
  await page.waitForFunction(
    () =>
      document.querySelector('#deck')!.shadowRoot?.querySelectorAll('[role=listitem]').length === 5,
  );
  const shown = () =>
    page.$$eval(
      '#deck >>> [part=item]',
      (items) => items.filter((item) => item.checkVisibility()).length,
    );
  assert.equal(await shown(), 5);

  await page.waitForSelector('#deck >>> ::-p-text(Reading)');
  await page.click('#deck >>> ::-p-text(Reading)');
  await page.waitForFunction(() =>
    /of 5/.test(document.querySelector('#deck')!.shadowRoot!.textContent),
  );
  // The built-in issue has no topic, so it is not about reading.
  assert.equal(await shown(), 2);

  await page.click('#deck >>> ::-p-text(All)');
  await page.$eval('#deck >>> [part=list]', (list) => (list as HTMLElement).focus());
  await visit.press('End');
  await page.waitForFunction(() => {
    const list = document.querySelector('#deck')!.shadowRoot!.querySelector('[part=list]')!;
    return list.scrollLeft > 0;
  });
});

test('without its script, every card is still worth reading', async (t) => {
  const { page } = await visitIssues(t, {
    prepare: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url().includes(WIDGETS) ? request.abort('blockedbyclient') : request.continue(),
      );
    },
    consoleMaySay: /^error: Failed to load resource: net::ERR_BLOCKED_BY_CLIENT/,
  });
  const text = await page.$eval('main', ({ innerText }) => innerText);
  assert.match(text, /3 in 5 children in this sample like puddles/);
  assert.match(text, /The cards do not show here\?/);
  const links = await page.$$eval('pro-kid-fact-card a, pro-kid-fact-deck a', (all) =>
    all.map((link) => link.checkVisibility()),
  );
  assert.ok(links.length >= 5 && links.every(Boolean));
});

test('on paper, everything is there, and nothing to press', async (t) => {
  const { page } = await visitIssues(t);
  await page.$eval(WIDE, (card) => card.scrollIntoView());
  await shows(page, WIDE);
  await page.emulateMediaType('print');
  const isSeen = (part: string) =>
    page.$eval(`${WIDE} >>> [part=${part}]`, (element) => element.checkVisibility());
  assert.equal(await isSeen('details'), true);
  assert.equal(await isSeen('agenda'), true);
  assert.equal(await isSeen('action'), false);
  assert.equal(await isSeen('share'), false);
  assert.ok((await page.pdf()).length > 10_000);
});
