import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { freePort } from '@pro-kid/tooling/free-port';
import { openEngine, whyNot, type Engine, type OpenEngine } from '@pro-kid/tooling/engines';
import { originsOf } from '../../server/site-server.ts';
import { words } from '../support/pledge-form.ts';
import { setStage, type Stage } from '../support/stage.ts';
import { servePartnerPages, ways } from './partner-page.ts';
import { Visitor } from './visitor.ts';

type Story = (visitor: Visitor, stage: Stage) => Promise<void>;

/** What a visitor does with each widget, until it has done what it is for. */
const stories: Readonly<Record<string, Story>> = {
  'pro-kid-join': async (visitor, stage) => {
    await visitor.type('First name', 'Zoë');
    await visitor.type('Email address', 'zoe@example.org');
    await visitor.click('Join as Pro-Kid');
    await visitor.reads('Thank you! You are in.');
    assertRow(stage, 'join', 'zoe@example.org');
  },
  'pro-kid-pledge': async (visitor, stage) => {
    await visitor.type(words.en.birthYear, '1990');
    await visitor.click(words.en.goOn);
    await visitor.click(words.en.commitment);
    await visitor.type('First name', 'Ana');
    await visitor.type('Email address', 'ana@example.org');
    await visitor.click(words.en.sign);
    await visitor.reads('Thank you! You have signed.');
    assertRow(stage, 'pledge', 'ana@example.org');
  },
  'pro-kid-petition': async (visitor, stage) => {
    await visitor.type('First name', 'Ben');
    await visitor.type('Email address', 'ben@example.org');
    await visitor.type('ZIP code', '95814');
    await visitor.type('Sample question: your own story (optional)', 'Puddles.');
    await visitor.click('Weekdays');
    await visitor.click('Sign the petition');
    await visitor.reads('This is sample text. Say here how it goes on.');
    assertRow(stage, 'petition', 'ben@example.org');
  },
  'pro-kid-progress': (visitor) => visitor.reads('0 of 100 signed'),
  'pro-kid-share': async (visitor) => {
    await visitor.click('QR code');
    await visitor.press('Escape');
    await visitor.reads('Copy link');
  },
  'pro-kid-fact-card': (visitor) => visitor.reads('Permanent Connections'),
  'pro-kid-fact-deck': (visitor) => visitor.reads('Story time'),
};

function assertRow(stage: Stage, type: string, email: string): void {
  const rows = stage.rows().map((row) => [row.submission.type, row.email]);
  assert.deepEqual(rows, [[type, email]]);
}

/** The order in which Tab goes through a person's form. */
const joinOrder = [
  'kind',
  "Joining as an Organization? what's the difference?",
  'given-name',
  'family-name',
  'email',
  'postal-code',
  'consent-updates',
  'Join as Pro-Kid',
];

/** Has each widget used in an engine, in each way that it comes to a page. */
export function tellStories(engine: Engine): void {
  describe(`the built files in ${engine}`, { skip: whyNot(engine) ?? false }, () => {
    let open: OpenEngine;
    before(async () => {
      open = await openEngine(engine);
      await open.page.setViewport({ width: 1000, height: 800 });
    });
    after(() => open.close());

    for (const way of Object.keys(ways)) {
      for (const [tag, story] of Object.entries(stories)) {
        test(`<${tag}>, ${way}: shows, is accessible, and works`, async (t) => {
          // Before what the page may still ask for is gone.
          t.after(() => open.page.goto('about:blank'));
          const port = await freePort();
          const stage = await setStage(t, { origins: originsOf(port) });
          const pages = await servePartnerPages({
            port,
            site: stage.site,
            receiver: stage.endpoint,
          });
          t.after(() => pages.close());
          const visitor = new Visitor(open.page);
          const said = open.console.length;
          await visitor.goto(`${pages.url}/${way}/${tag}`);
          await story(visitor, stage);
          await visitor.assertAccessible();
          if (tag === 'pro-kid-join') {
            await visitor.goto(`${pages.url}/${way}/${tag}`);
            await visitor.reads('Join as Pro-Kid');
            await visitor.startBefore();
            const order: string[] = [];
            while (order.length < joinOrder.length) {
              await visitor.press('Tab');
              order.push(await visitor.focused());
            }
            assert.deepEqual(order, joinOrder);
          }
          assert.deepEqual(open.console.slice(said), []);
        });
      }
    }
  });
}
