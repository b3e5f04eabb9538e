import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import type { VisitOptions } from './stage.ts';
import type { Visit } from './visit.ts';

/** The most that a page may move when an element comes. */
export const LARGEST_SHIFT = 0.005;

/**
 * Opens a page whose scripts are held back, looks at where an element will come, and lets them go.
 *
 * @returns the page, with the element on show, and by how much it has moved until then.
 */
export async function seeComing(
  open: (options: VisitOptions) => Promise<Visit>,
  selector: string,
  viewport: NonNullable<VisitOptions['viewport']>,
): Promise<{ page: Page; shift: number }> {
  const scripts = Promise.withResolvers<void>();
  const { page } = await open({
    viewport,
    early: true,
    prepare: (page) => holdScripts(page, scripts.promise),
  });
  await page.waitForSelector('footer');
  // Before its styles are there, a page has another length.
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  await lookAtEndOf(page, selector);
  assert.equal(await page.$(`${selector}:defined`), null);

  scripts.resolve();
  await isShown(page, selector);
  return { page, shift: await shiftOf(page) };
}

/** Scrolls to where the element's lower edge, and what stands below it, can be seen moving. */
async function lookAtEndOf(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, (element) => {
    scrollTo(0, element.getBoundingClientRect().bottom + scrollY - innerHeight + 300);
  });
  await twoFrames(page);
}

/** By how much the page has moved, as browsers count it. */
async function shiftOf(page: Page): Promise<number> {
  await page.waitForNetworkIdle({ idleTime: 100 });
  await twoFrames(page);
  return page.evaluate(totalShift);
}

/** Waits until the element shows what it is for. */
async function isShown(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (css) => {
      const element = document.querySelector(css)!;
      // A deck has places for its cards, which come when they are near.
      const isThere = element.shadowRoot?.querySelector(
        '[role=listitem], [part=sign], [part=share]',
      );
      const isForm = element.localName === 'pro-kid-join' && element.matches(':state(idle)');
      return isThere || isForm || element.matches(':state(ready), :state(known)');
    },
    {},
    selector,
  );
}

/** Keeps every script waiting. */
async function holdScripts(page: Page, until: Promise<void>): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.resourceType() === 'script') await until;
    await request.continue();
  });
}

function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

function totalShift(): Promise<number> {
  return new Promise((resolve) => {
    const read = (entries: PerformanceEntry[]) =>
      entries.reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0);
    let sum = 0;
    const observer = new PerformanceObserver((list) => (sum += read(list.getEntries())));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What is buffered is handed over in a task of its own.
    setTimeout(() => resolve(sum + read(observer.takeRecords())), 50);
  });
}
