import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  snippet,
  type Attributes,
  type DeliveryManifest,
  type SnippetWay,
} from '@pro-kid/embed/snippet.js';
import { WIDGET_FOLDER, WIDGETS } from '../server/widget-files.ts';
import { openBareSite } from './support/bare-page.ts';
import { LARGEST_SHIFT, seeComing } from './support/layout-shift.ts';
import { setStage } from './support/stage.ts';

const manifest = JSON.parse(
  readFileSync(join(WIDGET_FOLDER, 'manifest.json'), 'utf8'),
) as DeliveryManifest;

/** Each widget as a webmaster would set it, on a site that has the campaign and takes sign-ups itself. */
const widgets = (site: string): Record<string, Attributes> => ({
  'pro-kid-join': { endpoint: `${site}/submissions`, partner: 'sample', privacy: '/privacy' },
  'pro-kid-pledge': { src: '/campaign.json', partner: 'sample', privacy: '/privacy' },
  'pro-kid-fact-card': { issue: 'permanent-connections', 'action-href': '/#join' },
  'pro-kid-progress': { src: '/campaign.json' },
});

const fallback = ['It does not show here. ', { text: 'Write to us', href: 'mailto:a@b.example' }];

/** The widths of a page and of the column on it, in pixels; a column is as wide as the page if none is given. */
const places = [
  { width: 360 },
  { width: 768 },
  { width: 1280 },
  { width: 1280, column: 620 },
  { width: 1280, column: 300 },
];

/** One way in all places and languages; the others differ in when the same comes. */
const stories: [SnippetWay, 'en' | 'es', { width: number; column?: number }][] = [
  ...places.flatMap((place) =>
    (['en', 'es'] as const).map((language): (typeof stories)[number] => [
      'standalone',
      language,
      place,
    ]),
  ),
  ['loader', 'es', places[0]!],
  ['bundle', 'es', places[0]!],
];

for (const element of ['pro-kid-join', 'pro-kid-pledge', 'pro-kid-fact-card', 'pro-kid-progress']) {
  test(`the page does not move when ${element} comes`, async (t) => {
    const { site, visit: open } = await setStage(t);
    const bare = await openBareSite(t);
    const attributes = widgets(bare.url)[element]!;
    for (const [way, language, { width, column }] of stories) {
      const title = `${way}, ${language}, page ${width}, column ${column ?? width}`;
      await t.test(title, async (t) => {
        const base = site + WIDGETS;
        const tags = snippet({ element, way, base, manifest, attributes, language, fallback });
        bare.show(column ? `<div style="width: ${column}px">${tags}</div>` : tags, language);
        const viewport = { width, height: 900 };
        const { page, shift } = await seeComing((how) => open(bare.url, how), element, viewport);
        const unused = await page.$eval(element, (host) => {
          const { height } = host.getBoundingClientRect();
          return height - host.shadowRoot!.querySelector('.root')!.scrollHeight;
        });
        t.diagnostic(`shift ${shift.toFixed(5)}, ${Math.round(unused)} pixels unused`);
        assert.ok(shift <= LARGEST_SHIFT, `It shifts by ${shift}.`);
        await page.close();
      });
    }
  });
}

test('the form gives its room back with the thank-you', async (t) => {
  const { site, visit: open } = await setStage(t);
  const bare = await openBareSite(t);
  const attributes = widgets(bare.url)['pro-kid-join']!;
  const options = { element: 'pro-kid-join', way: 'standalone', base: site + WIDGETS } as const;
  bare.show(snippet({ ...options, manifest, attributes, fallback }), 'en');
  const visit = await open(bare.url);
  const form = await visit.form();
  const height = () =>
    visit.page.$eval('pro-kid-join', (host) => {
      const place = host.parentElement!.getBoundingClientRect();
      const root = host.shadowRoot!.querySelector('.root')!.getBoundingClientRect();
      return { place: Math.round(place.height), root: Math.round(root.height) };
    });
  const before = await height();
  assert.ok(before.place >= before.root && before.root > 600);

  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  await visit.page.waitForFunction(
    (most) => document.querySelector('pro-kid-join')!.parentElement!.offsetHeight < most,
    {},
    before.root,
  );
  const after = await height();
  assert.equal(after.place, after.root);
});

/** What browsers do about a changed file, whatever the documentation says about it. */
describe('a file that somebody has changed', () => {
  const part = manifest.widgets['pro-kid-join']!.preload[0]!;
  const importMap = (base: string) => {
    const files = Object.entries(manifest.files);
    const integrity = Object.fromEntries(
      files.map(([path, file]) => [base + path, file.integrity]),
    );
    return `<script type="importmap">${JSON.stringify({ integrity })}</script>\n`;
  };
  const stories = {
    'is refused if it is the one that the script tag names': { way: 'standalone', file: 'join.js' },
    'runs if the loader asks for it, after the browser has said what is wrong': {
      way: 'loader',
      file: part,
      runs: true,
    },
    'is refused there, too, with an import map': { way: 'loader', file: part, mapped: true },
    'is refused if it is asked for later, with an import map': {
      way: 'standalone',
      file: 'languages/join.es.js',
      mapped: true,
      isShown: true,
    },
  } as const;

  for (const [title, story] of Object.entries(stories)) {
    const { way, file, runs, mapped, isShown } = {
      runs: false,
      mapped: false,
      isShown: false,
      ...story,
    };
    test(title, async (t) => {
      const { site, visit: open } = await setStage(t);
      const bare = await openBareSite(t);
      const attributes = widgets(bare.url)['pro-kid-join']!;
      const base = site + WIDGETS;
      const tags = snippet({ element: 'pro-kid-join', way, base, manifest, attributes, fallback });
      bare.show((mapped ? importMap(base) : '') + tags, isShown ? 'es' : 'en');
      const { page, console } = await open(bare.url, {
        async prepare(page) {
          await page.setRequestInterception(true);
          page.on('request', async (request) => {
            if (request.url() !== base + file) return request.continue();
            const code = readFileSync(join(WIDGET_FOLDER, file), 'utf8');
            return request.respond({
              contentType: 'text/javascript',
              headers: { 'access-control-allow-origin': '*' },
              body: `${code};document.title = 'changed';`,
            });
          });
        },
        consoleMaySay: /integrity|\[pro-kid\/(load|language)-failed\]/,
      });
      await page.waitForNetworkIdle({ idleTime: 200 });
      assert.match(console.join('\n'), /'integrity' attribute|integrity/);
      assert.equal(await page.title(), runs ? 'changed' : 'A partner');
      const isDefined = await page.$eval('pro-kid-join', (form) => form.matches(':defined'));
      assert.equal(isDefined, runs || isShown);
      if (!isDefined) {
        assert.ok(await page.$eval('pro-kid-join a', (link) => link.checkVisibility()));
      }
    });
  }
});
