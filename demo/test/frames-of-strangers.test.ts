import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import {
  fits,
  formIn,
  frameAt,
  recordMessages,
  startOtherSite,
  type Message,
  type OtherSite,
} from './support/frames.ts';
import { setStage, type Stage } from './support/stage.ts';

/** A site with a page for frames, a partner that it lists, and a stranger. */
interface Neighbors {
  stage: Stage;
  /** Has the page for frames, without the header that says who may frame it. */
  ours: OtherSite;
  partner: OtherSite;
  stranger: OtherSite;
  /** A page with one of our frames in it, and with the script for it. */
  around(frame?: string, more?: string): string;
}

async function meet(t: TestContext): Promise<Neighbors> {
  const stage = await setStage(t, { withSecondSite: true });
  const ours = await startOtherSite(t, stage.site);
  const [partner, stranger] = [await startOtherSite(t), await startOtherSite(t)];
  const list = /(name="pro-kid-frame-ancestors" content=")[^"]*/;
  const page = await (await fetch(`${stage.site}/frame.html`)).text();
  ours.pages['/frame.html'] = page.replace(list, `$1${partner.origin}`);
  const framed = await (await fetch(`${stage.second}/framed.html`)).text();
  const script = new URL(/src="([^"]+frame-parent\.js)"/.exec(framed)![1]!).pathname;
  const around = (frame = '/frame.html#join', more = '') => `<!doctype html><title>Around</title>
    <link rel="icon" href="data:,"><script defer src="${ours.origin}${script}"></script>
    <iframe id="ours" data-pro-kid-frame src="${new URL(frame, ours.origin).href}" title="Join"
      width="600" height="400"></iframe>${more.replace('%SCRIPT%', ours.origin + script)}`;
  return { stage, ours, partner, stranger, around };
}

test('a site that is not listed is refused by the browser itself', async (t) => {
  const { stage, stranger, around } = await meet(t);
  stranger.pages['/'] = around(`${stage.site}/frame.html`);
  const visit = await stage.visit(stranger.origin, {
    consoleMaySay: /frame-ancestors|does not match the recipient window/,
  });
  const [said = ''] = visit.console;
  assert.ok(said.includes(`frame-ancestors 'self' ${stage.second} `), said);
});

test('without that header, it gets no form and no word', async (t) => {
  const { stage, ours, stranger, around } = await meet(t);
  stranger.pages['/'] = around();
  let messages: Message[] = [];
  const visit = await stage.visit(stranger.origin, {
    prepare: async (page) => {
      messages = await recordMessages(page);
    },
    consoleMaySay: /\[pro-kid\/frame-page\]$/,
  });
  const frame = await frameAt(visit.page, '#ours');
  const words = await frame.waitForSelector('.instead [lang=en]', { visible: true });
  assert.match(
    await words!.evaluate((element) => (element as HTMLElement).innerText),
    /^This form does not show here\. Open it in a tab of its own\.$/,
  );
  assert.equal(await frame.$('pro-kid-join'), null);
  assert.ok(visit.console[0]?.includes(`shown inside ${stranger.origin}.`), visit.console[0]);
  // It has asked, and waits in vain.
  await visit.page.waitForNetworkIdle({ idleTime: 200 });
  const asked = new Set(messages.map(({ from, at }) => `${from} to ${at}`));
  assert.deepEqual([...asked], [`${stranger.origin} to ${ours.origin}`]);
});

test('nor does a partner have it for a stranger inside', async (t) => {
  const { stage, partner, stranger, around } = await meet(t);
  stranger.pages['/'] = around();
  partner.pages['/'] = `<link rel="icon" href="data:,"><iframe src="${stranger.origin}"></iframe>`;
  const visit = await stage.visit(partner.origin, { consoleMaySay: /\[pro-kid\/frame-page\]$/ });
  const inner = await frameAt(visit.page, 'iframe');
  const frame = await (await inner.waitForSelector('#ours'))!.contentFrame();
  await frame!.waitForSelector('[data-frame=refused]');
  assert.equal(await frame!.$('pro-kid-join'), null);
});

test('what another frame says is not taken for ours, and ours does not answer it', async (t) => {
  const { stage, ours, partner, stranger, around } = await meet(t);
  const shout = `<script>
    const event = { type: 'pro-kid-delivered', facts: { outcome: 'confirmed' } };
    parent.postMessage({ proKid: 1, height: 3000, title: 'Evil', event }, '*');
    parent.frames[0].postMessage({ proKid: 1 }, '*');
    parent.postMessage('done', '*');
  </script>`;
  // One from elsewhere under our name, and one of our own site that is no frame of ours.
  stranger.pages['/frame.html'] = ours.pages['/other.html'] = shout;
  partner.pages['/'] = around();
  let messages: Message[] = [];
  const { page } = await stage.visit(partner.origin, {
    prepare: async (page) => {
      messages = await recordMessages(page);
      await countEvents(page);
    },
  });
  await formIn(page, '#ours');
  const height = await fits(page, '#ours');
  const before = messages.length;
  for (const src of [`${stranger.origin}/frame.html`, `${ours.origin}/other.html`]) {
    await page.evaluate(
      (address) =>
        new Promise<void>((resolve) => {
          addEventListener('message', ({ data }) => data === 'done' && resolve());
          document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
        }),
      src,
    );
  }
  assert.equal(await fits(page, '#ours'), height);
  // The stranger's own frame may be as high as it says; it speaks for nothing else.
  const heard = await eventsOf(page);
  assert.deepEqual(
    heard.filter((each) => each.startsWith('ours')),
    ['ours pro-kid-ready'],
  );
  const answers = messages
    .slice(before)
    .filter(({ at, data }) => at !== partner.origin && 'height' in data);
  assert.deepEqual(answers, []);
  assert.equal(await page.$eval('#ours', (frame) => frame.getAttribute('title')), 'Join');
});

test('a frame that has gone elsewhere is not heard any more', async (t) => {
  const { stage, partner, stranger, around } = await meet(t);
  stranger.pages['/gone'] = `<script>
    parent.postMessage({ proKid: 1, height: 3000, title: 'Evil' }, '*');
    parent.postMessage('done', '*');
  </script>`;
  partner.pages['/'] = around();
  const { page } = await stage.visit(partner.origin, {
    // The page greets the address that it knows, and the browser says that it is another one.
    consoleMaySay: /does not match the recipient window/,
  });
  await formIn(page, '#ours');
  const height = await fits(page, '#ours');
  await page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => data === 'done' && resolve());
        frames[0]!.location.href = address;
      }),
    `${stranger.origin}/gone`,
  );
  assert.equal(await page.$eval('#ours', ({ clientHeight }) => clientHeight), height);
});

test('a frame that says nonsense changes nothing, and none grows without end', async (t) => {
  const { stage, ours, partner, around } = await meet(t);
  ours.pages['/nonsense/frame.html'] =
    `<script>addEventListener('message', ({ source, origin }) => {
    const say = (message) => source.postMessage(message, origin);
    for (const height of [-1, 0, NaN, '900', {}, null, [900]]) say({ proKid: 1, height });
    for (const event of [{ type: 'click' }, { type: '__proto__' }, 7, { type: 'pro-kid-submit' }])
      say({ proKid: 1, event });
    for (const place of [{ top: 'x' }, { top: -1e9, bottom: 0 }, { top: 390, bottom: 400 }, 1]) say({ proKid: 1, place });
    for (const message of [null, 1, 'proKid', { proKid: 2, height: 900 }, { height: 900 }])
      say(message);
    const facts = { outcome: 'x'.repeat(9000), id: '1', target: 'x' };
    say({ proKid: 1, event: { type: 'pro-kid-failed', facts } });
    say({ proKid: 1, title: '<img src=x onerror=alert(1)>' });
    say({ proKid: 1, height: 1e9 });
  }, { once: true })</script>`;
  partner.pages['/'] = around('/nonsense/frame.html').replace('title="Join"', '');
  const { page } = await stage.visit(partner.origin, { prepare: countEvents });
  await page.waitForFunction(
    () => (document.querySelector('#ours') as HTMLElement).style.height === '20000px',
  );
  assert.deepEqual(await eventsOf(page), ['ours pro-kid-failed']);
  const [title, images] = await page.$eval('#ours', (frame) => [
    (frame as HTMLIFrameElement).title,
    document.querySelectorAll('img').length,
  ]);
  assert.deepEqual([title, images], ['<img src=x onerror=alert(1)>', 0]);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('the page scrolls to a place in a frame for a visitor who is in it, below what it keeps free', async (t) => {
  const { stage, ours, partner, around } = await meet(t);
  ours.pages['/long/frame.html'] = `<button>Go</button><script>
    addEventListener('message', ({ source, origin }) => {
      const say = (message) => source.postMessage({ proKid: 1, height: 3000, ...message }, origin);
      say({ place: { top: 2500, bottom: 2600 } });
      say({ event: { type: 'pro-kid-ready' } });
      const places = [[2500, 2600], [2550, 2560], [100, 2900], [2900, 4000]];
      document.querySelector('button').onclick = () => {
        const [top, bottom] = places.shift();
        say({ place: { top, bottom } });
        say({ event: { type: 'pro-kid-failed' } });
      };
    }, { once: true })</script>`;
  partner.pages['/'] = around(
    '/long/frame.html',
    '<style>:root { scroll-padding-top: 80px }</style>',
  );
  const { page } = await stage.visit(partner.origin, { prepare: countEvents });
  await page.waitForFunction(() => document.querySelector('#ours')!.clientHeight === 3000);
  const top = await page.$eval('#ours', (frame) => frame.getBoundingClientRect().top);
  assert.equal(await page.evaluate(() => scrollY), 0, 'Nobody is in the frame yet.');

  const button = await (await frameAt(page, '#ours')).$('button');
  const scrolled: number[] = [];
  for (let heard = 2; heard <= 5; heard++) {
    await button!.evaluate((element) => {
      (element as HTMLElement).focus({ preventScroll: true });
      (element as HTMLElement).click();
    });
    await page.waitForFunction(
      (count) => (window as unknown as { heard: string[] }).heard.length === count,
      {},
      heard,
    );
    scrolled.push(await page.evaluate(() => Math.round(scrollY)));
  }
  const frame = Math.round(top) + 2;
  assert.deepEqual(scrolled, [
    // To its end; not at all, since it is in sight; to its beginning, since it is long; nowhere.
    frame + 2600 + 16 - 900,
    frame + 2600 + 16 - 900,
    frame + 100 - 16 - 80,
    frame + 100 - 16 - 80,
  ]);
});

test('the script may stand on a page twice, as a module and not: each event comes once', async (t) => {
  const { stage, partner, around } = await meet(t);
  partner.pages['/'] = around(undefined, '<script type="module" src="%SCRIPT%"></script>');
  const { page } = await stage.visit(partner.origin, { prepare: countEvents });
  const form = await formIn(page, '#ours');
  await form.click('Join as Pro-Kid');
  await form.part('summary');
  await fits(page, '#ours');
  assert.deepEqual(await eventsOf(page), ['ours pro-kid-ready', 'ours pro-kid-failed']);
  const globals = await page.evaluate(() => Object.keys(window));
  assert.deepEqual(
    globals.filter((name) => /prokid/i.test(name)),
    [],
  );
});

test('a style sheet that makes the frame chase itself is stopped, and told', async (t) => {
  const { stage, ours, partner, around } = await meet(t);
  ours.pages['/frame.html'] = ours.pages['/frame.html']!.replace(
    '</head>',
    '<style>main { min-height: calc(100vh + 16px) }</style></head>',
  );
  partner.pages['/'] = around();
  const warned = Promise.withResolvers<void>();
  const visit = await stage.visit(partner.origin, {
    prepare: (page) => {
      page.on('console', (message) => {
        if (message.text().endsWith('[pro-kid/frame-height]')) warned.resolve();
      });
      return Promise.resolve();
    },
    consoleMaySay: /\[pro-kid\/frame-height\]$/,
  });
  await warned.promise;
  const height = await visit.page.$eval('#ours', ({ clientHeight }) => clientHeight);
  assert.ok(height < 2000, String(height));
});

/** Writes down which of our events the page hears, and where. */
async function countEvents(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['ready', 'submit', 'delivered', 'failed']) {
      document.addEventListener(`pro-kid-${type}`, (event) => {
        const { id } = event.target as Element;
        const outcome = (event as unknown as { outcome?: string }).outcome ?? '';
        heard.push(`${id} ${event.type}${outcome.length > 255 ? ' too long' : ''}`);
      });
    }
  });
}

const eventsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);
