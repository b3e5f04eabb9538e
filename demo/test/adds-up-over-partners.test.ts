import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counts } from '@pro-kid/contract';
import type { Page } from 'puppeteer-core';
import { counts, openPledge, thePledge, withoutCache } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const campaign = '?campaign=permanent-connections';
const ben = { 'First name': 'Ben', 'Email address': 'ben@example.org' };

test('two partners on two origins add up, and both see the sum', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const first = await stage.visit('/campaign.html');
  const here = await openPledge(first);
  await here.sign();
  await here.becomes('done');
  // Added at once, at both places of the page.
  await counts(first.page, '#so-far', '1 of 100 signed');
  await counts(first.page, '#pledge', '1 of 100 signed');

  const second = await stage.visit(stage.second);
  assert.notEqual(new URL(second.page.url()).origin, new URL(first.page.url()).origin);
  const there = await thePledge(second);
  await counts(second.page, 'pro-kid-pledge', '1 of 100 signed');
  await there.sayBirthYear(1985);
  await there.click('Organization');
  await there.click('I may speak for this organization');
  await there.sign({
    'Organization name': 'Anytown Library',
    'Your first name': 'Ben',
    'Email address': 'ben@library.example',
  });
  await there.becomes('done');
  await counts(second.page, 'pro-kid-pledge', '2 of 100 signed');

  const again = await stage.visit('/campaign.html', { prepare: withoutCache });
  await counts(again.page, '#so-far', '2 of 100 signed');
  assert.match(
    await again.page.$eval('#so-far >>> [part=details]', (part) => part.textContent),
    /^1 person and 1 organization$/,
  );

  const split = await stage.counts(`${campaign}&by=partner`);
  assert.partialDeepStrictEqual(split, {
    individuals: 1,
    organizations: 1,
    partners: {
      'first-steps': { individuals: 1, organizations: 0 },
      'harbor-street': { individuals: 0, organizations: 1 },
    },
  });
  // Who signed has not joined.
  assert.partialDeepStrictEqual(await stage.counts(), { individuals: 0, organizations: 0 });
});

test('a signature is added at once, and is not added again by the next reading', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const elsewhere = await openPledge(await stage.visit(stage.second));
  const visit = await stage.visit('/campaign.html', { prepare: hastenCounts });
  const { page } = visit;
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  await counts(page, '#so-far', '1 of 100 signed');
  const shown = await noteCounts(page);

  const before = await readAgain(page, stage.endpoint);
  await elsewhere.page.bringToFront();
  await elsewhere.sign(ben);
  await elsewhere.becomes('done');
  await page.bringToFront();
  // The receiver keeps its figures for some seconds, and those from before its own receipt the page does not take.
  let after = before;
  while (after.individuals < 2 || after.asOf === before.asOf) {
    after = await readAgain(page, stage.endpoint);
  }
  await counts(page, '#so-far', '2 of 100 signed');
  await counts(page, '#pledge', '2 of 100 signed');
  assert.deepEqual(await shown.jsonValue(), ['1 of 100 signed', '2 of 100 signed']);
});

/** Looks often at whether figures are old, which they are when the page's clock is set forward. */
async function hastenCounts(page: Page): Promise<void> {
  await withoutCache(page);
  await page.evaluateOnNewDocument(() => {
    const { now } = Date;
    Object.assign(window, { later: 0 });
    Date.now = () => now() + (window as unknown as { later: number }).later;
    const { define } = customElements;
    customElements.define = (tag, element, ...options) => {
      if (tag === 'pro-kid-progress')
        Object.assign(element, { pace: { readEvery: 100, longest: 100 } });
      define.call(customElements, tag, element, ...options);
    };
  });
}

/** Sets the page's clock forward by two minutes, and waits for the figures that it reads. */
async function readAgain(page: Page, endpoint: string): Promise<Counts> {
  const read = page.waitForResponse(`${endpoint}/counts${campaign}`);
  await page.evaluate(() => {
    (window as unknown as { later: number }).later += 120_000;
  });
  return (await (await read).json()) as Counts;
}

/** Writes down each count that the page shows from now on. */
function noteCounts(page: Page) {
  return page.evaluateHandle(() => {
    const root = document.querySelector('#so-far')!.shadowRoot!;
    const texts: string[] = [];
    const note = () => {
      const text = root.querySelector('progress')!.getAttribute('aria-valuetext')!;
      if (texts.at(-1) !== text) texts.push(text);
    };
    note();
    new MutationObserver(note).observe(root, { subtree: true, attributes: true, childList: true });
    return texts;
  });
}
