/**
 * Measures how long a page's main thread is taken when a form loads, on a processor four times slower than
 * this one: `node src/bench-load.ts [runs]`. Fails where one task takes 50 ms or more: what a visitor does
 * meanwhile would wait for it. It runs the built files, so build first.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { tasksIn } from './bench/frames.ts';
import { traceOf } from './bench/trace.ts';
import { launchBrowser } from './browser.ts';
import { deliveryFolder } from './delivery-folder.ts';
import { median } from './median.ts';

const SLOWDOWN = 4;

/** What makes a task a long one, in milliseconds. */
const LONG = 50;

/** How long after the form can be used it is still watched: its engine comes then, in milliseconds. */
const AFTER = 1500;

const files = ['join', 'loader', 'bundle'] as const;
type File = (typeof files)[number];

const runs = Number(process.argv[2] ?? 9);
if (!existsSync(join(deliveryFolder, 'loader.js'))) throw new Error('Run "pnpm build" first.');

/** A page that stands there already when the script comes: its own first look is not ours to answer for. */
const page = (file: string) => `<!doctype html><html lang="en"><title>Join</title>
<link rel="icon" href="data:,"><body><h1>Sample</h1><p>Sample <b>text</b> of a <a href="/">page</a>.</p>
<pro-kid-join endpoint="https://sign-up.example/submissions"><p>Sample</p></pro-kid-join><script>
  addEventListener('pro-kid-ready', () => {
    setTimeout(() => performance.mark('load-end'), ${AFTER});
  });
  addEventListener('load', () => setTimeout(() => {
    performance.mark('load-start');
    document.body.append(Object.assign(document.createElement('script'), {
      type: 'module', src: '/${file}.js',
    }));
  }, 500));
</script>`;

const server = createServer(({ url = '/' }, response) => {
  const answer = (type: string, body: string) =>
    response.writeHead(200, { 'content-type': type }).end(body);
  const [name = ''] = /^\/for-(\w+)$/.exec(url)?.slice(1) ?? [];
  if (name) return answer('text/html', page(name));
  const file = join(deliveryFolder, url);
  if (existsSync(file)) return answer('text/javascript', readFileSync(file, 'utf8'));
  return response.writeHead(404).end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

interface Figures {
  longest: number;
  /** All tasks together. */
  worked: number;
}

async function measure(browser: Browser, file: File): Promise<Figures> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.emulateCPUThrottling(SLOWDOWN);
  const events = await traceOf(page, 'toplevel,blink.user_timing', async () => {
    await page.goto(`${origin}/for-${file}`);
    await page.waitForFunction(() => performance.getEntriesByName('load-end').length > 0, {
      // Each look at the page is a task of its own, and a short one.
      polling: 500,
    });
  });
  await context.close();
  const tasks = tasksIn(events, 'load');
  return { longest: Math.max(...tasks), worked: tasks.reduce((sum, each) => sum + each, 0) };
}

const browser = await launchBrowser();
const rows: Record<string, Record<string, unknown>> = {};
let isOver = false;
try {
  for (const file of files) {
    const results: Figures[] = [];
    for (let run = 0; run < runs; run++) results.push(await measure(browser, file));
    const longest = results.map((figures) => figures.longest);
    const middle = median(longest);
    isOver ||= middle >= LONG;
    rows[`a join form by ${file}.js`] = {
      'longest task (ms, median)': middle.toFixed(1),
      best: Math.min(...longest).toFixed(1),
      worst: Math.max(...longest).toFixed(1),
      'all tasks (ms)': median(results.map(({ worked }) => worked)).toFixed(0),
      ceiling: LONG,
      verdict: middle >= LONG ? 'too long' : 'ok',
    };
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`Processor ${SLOWDOWN} times slower, ${runs} runs`);
console.table(rows);
process.exitCode = isOver ? 1 : 0;
