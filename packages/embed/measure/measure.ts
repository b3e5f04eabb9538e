/**
 * Measures how much room each widget needs in each language, by the width of its place, and writes that as
 * CSS into `src/snippet/room.json`: `node measure/measure.ts`. Build before. The result is committed, so
 * that a build does not depend on the fonts of a computer.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '@pro-kid/tooling/browser';
import manifest from '../package.json' with { type: 'json' };
import { roomCss, type Sample } from './room-css.ts';
import { serve } from './serve.ts';
import { languages, usual } from './widgets.ts';

const NARROWEST = 240;
const WIDEST = 1280;
const STEP = 10;

const site = await serve(join(import.meta.dirname, '../dist', manifest.version));
const browser = await launchBrowser();
try {
  const room: Record<string, Record<string, string>> = {};
  for (const tag of Object.keys(usual)) {
    room[tag] = {};
    for (const language of languages) {
      const samples = await measure(tag, language);
      const css = roomCss(samples);
      room[tag][language] = css;
      console.log(`${tag}, ${language}: ${css}`);
    }
  }
  const file = join(import.meta.dirname, '../src/snippet/room.json');
  writeFileSync(file, `${JSON.stringify(room, null, 2)}\n`);
} finally {
  await browser.close();
  site.stop();
}

async function measure(tag: string, language: string): Promise<Sample[]> {
  const page = await browser.newPage();
  page.on('console', (message) => {
    throw new Error(`${tag}, ${language}: ${message.text()}`);
  });
  await page.setViewport({ width: WIDEST, height: 900 });
  await page.goto(`${site.url}/page?tag=${tag}&language=${language}`);
  await page.waitForSelector(`${tag}:is(:state(idle), :state(ready), :state(known), :defined)`);
  await page.waitForNetworkIdle();
  const widths = Array.from(
    { length: (WIDEST - NARROWEST) / STEP + 1 },
    (_, index) => NARROWEST + index * STEP,
  );
  const samples = await page.evaluate(
    async (selector, allWidths) => {
      const element = document.querySelector(selector)!;
      const found: Sample[] = [];
      for (const width of allWidths) {
        element.parentElement!.style.width = `${width}px`;
        // What follows its own size may need a second look at it.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        found.push({ width, height: Math.ceil(element.getBoundingClientRect().height) });
      }
      return found;
    },
    tag,
    widths,
  );
  await page.close();
  return samples;
}
