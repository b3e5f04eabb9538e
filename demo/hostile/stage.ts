import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { theBrowser } from '../test/support/browser.ts';
import { JoinForm } from '../test/support/join-form.ts';
import { Visit } from '../test/support/visit.ts';
import { watchHost } from './host-watch.ts';
import { measure, measureNaive, type Look, type Naive } from './measure.ts';
import { buildPage, naive, script, type PageParts } from './page.ts';
import { servePages, type PageServer, type Post } from './server.ts';

/** Wide enough for three widgets beside each other. */
const VIEWPORT = { width: 1840, height: 900 };
const PATIENCE = 15_000;
const WIDGETS = ['pro-kid-join', 'pro-kid-pledge', 'pro-kid-fact-card'];
/** What the console says of fonts and pictures that style sheets may not load here. */
const OF_OTHERS =
  /violates the following Content Security Policy directive: "(?:font|img|style)-src/;

/** How things are on a page with nothing else on it. */
export interface Clean {
  /** Of the join form, the pledge and the fact card. */
  looks: Look[];
  naive: Naive;
  post: Post;
}

export interface VisitOptions {
  /** How many of the three widgets are on the page. */
  widgets?: number;
  /** What the console may say; anything else fails the test. */
  says?: RegExp | undefined;
  /** How the page is shown. */
  media?: 'print' | undefined;
}

let server: PageServer;
/** The page that all others are compared with; it is there in tests. */
export let clean: Clean;

before(async () => {
  server = await servePages();
  clean = await lookAtCleanPage();
});
after(() => server.stop());

/** Opens a page of these parts; at the end of the test it has to have been quiet. */
export async function visitPage(
  t: TestContext,
  parts: PageParts,
  { widgets = 1, says, media }: VisitOptions = {},
): Promise<Visit> {
  const visit = await open(parts, widgets, media);
  t.after(async () => {
    const unexpected = visit.console.filter((text) => !OF_OTHERS.test(text) && !says?.test(text));
    await visit.page.close();
    assert.deepEqual(unexpected, [], 'The console said something.');
  });
  return visit;
}

/** A page for all three widgets, and for what shows the harm that a style sheet does. */
export const wholePage = (head = ''): [PageParts, number] => [
  { head, ours: script('bundle.js'), end: naive },
  WIDGETS.length,
];

async function open(parts: PageParts, widgets: number, media?: 'print'): Promise<Visit> {
  const page = await (await theBrowser()).newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport(VIEWPORT);
  await page.evaluateOnNewDocument(watchHost);
  if (media) await page.emulateMediaType(media);
  const visit = new Visit(page);
  server.page = buildPage(server.endpoint, parts, widgets);
  await page.goto(`${server.url}/page`);
  return visit;
}

async function lookAtCleanPage(): Promise<Clean> {
  const visit = await open(...wholePage());
  const form = await formOn(visit);
  const looks = await looksOf(visit);
  const found = { looks, naive: await measureNaive(visit.page), post: await join(form) };
  await visit.page.close();
  return found;
}

/** The join form on the page, once its visitor can use it. */
export const formOn = ({ page }: Visit): Promise<JoinForm> => new JoinForm(page).ready();

/** How all three widgets look, once they are on show. */
export async function looksOf({ page }: Visit): Promise<Look[]> {
  await page.waitForSelector('pro-kid-pledge >>> [type=submit]', { visible: true });
  await page.waitForSelector('pro-kid-fact-card >>> [part=facts]', { visible: true });
  const looks: Look[] = [];
  for (const tag of WIDGETS) looks.push(await measure(page, tag));
  return looks;
}

/** Joins as Ana does; returns what arrived, but for `id` and `submittedAt`, which are new each time. */
export async function join(form: JoinForm): Promise<Post> {
  server.posts.length = 0;
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  const [post, ...more] = server.posts;
  if (!post || more.length > 0) throw new Error(`${server.posts.length} posts arrived.`);
  const { id, submittedAt } = JSON.parse(post.body) as { id: string; submittedAt: string };
  return {
    ...post,
    body: post.body.replace(`"id":"${id}"`, '"id":""').replace(`"${submittedAt}"`, '""'),
  };
}

/** What is new on the page, or not as it was, since the widgets came; `atRest` counts its looks too. */
export const changesOn = ({ page }: Visit, atRest = false): Promise<string[]> =>
  page.evaluate((rest) => hostWatch.changes(rest), atRest);

/** What the page hears when somebody uses its own button and field. */
export async function useHost({ page }: { page: Page }): Promise<string[]> {
  await page.evaluate(() => hostWatch.heard());
  await page.click('[data-host] > button');
  await page.click('[data-host] input');
  await page.keyboard.press('a');
  return page.evaluate(() => hostWatch.heard());
}
