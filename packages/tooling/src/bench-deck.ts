/**
 * Measures how smoothly a deck of 200 cards comes and scrolls, on a processor four times slower than
 * this one: `node src/bench-deck.ts [runs]`. Fails where a frame takes longer than it may. It runs the
 * built `bundle.js`, so build first.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { framesIn } from './bench/frames.ts';
import { sampleIssues } from './bench/sample-issues.ts';
import { traceOf } from './bench/trace.ts';
import { launchBrowser } from './browser.ts';
import { deliveryFolder } from './delivery-folder.ts';
import { median } from './median.ts';

const CARDS = 200;
const SLOWDOWN = 4;

/** What one frame has at 60 a second, in milliseconds. */
const FRAME = 16;

/**
 * How long the longest frame may take, in milliseconds. The deck keeps to its frame. A card that comes
 * into view is rendered and drawn in frames of its own. None of these is a long task (50 ms) while cards
 * come; while they scroll by, the longest is about as long as one, and may be a little longer.
 */
const ceilings: Record<string, number> = {
  'first card': Infinity,
  'deck out of sight': FRAME,
  'deck in view': 50,
  scrolling: 60,
};

const runs = Number(process.argv[2] ?? 7);
if (!existsSync(join(deliveryFolder, 'bundle.js'))) throw new Error('Run "pnpm build" first.');

const page = `<!doctype html><html lang="en"><title>Deck</title><link rel="icon" href="data:,">
<script type="module" src="/bundle.js"></script><body>`;
const deck = JSON.stringify({ issues: sampleIssues(CARDS) });

const server = createServer(({ url = '/' }, response) => {
  const answer = (type: string, body: string) =>
    response.writeHead(200, { 'content-type': type }).end(body);
  if (url === '/') return answer('text/html', page);
  if (url === '/deck.json') return answer('application/json', deck);
  const file = join(deliveryFolder, url);
  if (existsSync(file)) return answer('text/javascript', readFileSync(file, 'utf8'));
  return response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

interface Figures {
  longest: number;
  /** What 95 of 100 frames keep to. */
  usual: number;
  late: number;
  frames: number;
}

/** What a visitor's browser does for a deck: first while its cards come, then while they scroll by. */
async function measure(browser: Browser, layout: string): Promise<Record<string, Figures>> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(origin, { waitUntil: 'networkidle0' });
  await page.emulateCPUThrottling(SLOWDOWN);
  const categories = 'toplevel,blink.user_timing,devtools.timeline';
  const events = await traceOf(page, categories, (client) => showDeck(page, client, layout));
  await page.close();
  return {
    'first card': figuresOf(framesIn(events, 'first-card')),
    'deck out of sight': figuresOf(framesIn(events, 'far')),
    'deck in view': figuresOf(framesIn(events, 'near')),
    scrolling: figuresOf(framesIn(events, 'scrolling')),
  };
}

async function showDeck(page: Page, client: CDPSession, layout: string): Promise<void> {
  await page.evaluate(createCard);
  // Out of sight, no card is drawn: this is what the deck itself does.
  await page.evaluate(createDeck, 'far', layout, CARDS);
  await page.evaluate(createDeck, 'near', layout, CARDS);
  await mark(page, 'scrolling-start');
  await client.send('Input.synthesizeScrollGesture', {
    x: 640,
    y: 450,
    [layout === 'row' ? 'xDistance' : 'yDistance']: -6000,
    speed: 2000,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  await mark(page, 'scrolling-end');
  if (!(await page.evaluate(hasScrolled))) throw new Error('The page did not scroll.');
}

const mark = (page: Page, name: string) =>
  page.evaluate((text) => void performance.mark(text), name);

/** What a page pays once for its first card, such as fonts and the formats of numbers. */
async function createCard(): Promise<void> {
  const { issues } = await (await fetch('/deck.json')).json();
  const card = Object.assign(document.createElement('pro-kid-fact-card'), { issue: issues[0] });
  const isReady = new Promise((resolve) => card.addEventListener('pro-kid-ready', resolve));
  performance.mark('first-card-start');
  document.body.append(card);
  await isReady;
  for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
  performance.mark('first-card-end');
}

async function createDeck(place: string, layout: string, cards: number): Promise<void> {
  const deck = document.createElement('pro-kid-fact-deck');
  if (place === 'far') deck.style.marginTop = '9000px';
  deck.setAttribute('src', '/deck.json');
  deck.setAttribute('layout', layout);
  const isAtRest = new Promise((resolve) => {
    deck.addEventListener('pro-kid-ready', ({ target }) => target === deck && resolve(undefined));
  });
  performance.mark(`${place}-start`);
  document.body.replaceChildren(deck);
  await isAtRest;
  // The cards in view come after the last has its place.
  for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
  performance.mark(`${place}-end`);
  const { length } = deck.shadowRoot!.querySelectorAll('[role=listitem]');
  if (length !== cards) throw new Error(`${length} cards instead of ${cards}.`);
}

const hasScrolled = () =>
  scrollY +
    document.querySelector('pro-kid-fact-deck')!.shadowRoot!.querySelector('.list')!.scrollLeft >
  500;

function figuresOf(frames: readonly number[]): Figures {
  const late = frames.filter((frame) => frame > FRAME).length;
  const usual = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)]!;
  return { longest: Math.max(...frames), usual, late, frames: frames.length };
}

const browser = await launchBrowser();
const rows: Record<string, Record<string, unknown>> = {};
let isOver = false;
try {
  for (const layout of ['grid', 'row']) {
    const results: Record<string, Figures>[] = [];
    for (let run = 0; run < runs; run++) results.push(await measure(browser, layout));
    for (const [phase, ceiling] of Object.entries(ceilings)) {
      const all = results.map((result) => result[phase]!);
      const longest = all.map((figures) => figures.longest);
      const middle = median(longest);
      isOver ||= middle > ceiling;
      rows[`${layout}, ${phase}`] = {
        'longest frame (ms, median)': middle.toFixed(1),
        best: Math.min(...longest).toFixed(1),
        worst: Math.max(...longest).toFixed(1),
        '95 of 100 (ms)': median(all.map(({ usual }) => usual)).toFixed(1),
        [`frames over ${FRAME} ms`]: median(all.map(({ late }) => late)),
        frames: median(all.map(({ frames }) => frames)),
        ceiling,
        verdict: middle > ceiling ? 'too long' : 'ok',
      };
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${CARDS} cards, processor ${SLOWDOWN} times slower, ${runs} runs`);
console.table(rows);
process.exitCode = isOver ? 1 : 0;
