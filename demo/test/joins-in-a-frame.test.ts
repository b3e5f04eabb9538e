import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible } from './support/axe.ts';
import { fits, formIn, frameAt, recordMessages, type Message } from './support/frames.ts';
import { untilAtRest } from './support/join-form.ts';
import { PledgeForm } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Xanthippe', 'Email address': 'xq@private.example' };
const PHONE = { width: 360, height: 740 };

test('somebody joins in a frame: the page hears of it, and of nothing that was typed', async (t) => {
  const stage = await setStage(t, { withSecondSite: true, withLine: true });
  let messages: Message[] = [];
  const visit = await stage.visit(`${stage.second}/framed.html`, {
    prepare: async (page) => {
      messages = await recordMessages(page);
      await page.evaluateOnNewDocument(() => {
        const events: unknown[] = [];
        Object.assign(window, { events });
        for (const type of ['ready', 'submit', 'delivered', 'failed']) {
          document.addEventListener(`pro-kid-${type}`, (event) => {
            const { id } = event.target as Element;
            const seen: Record<string, unknown> = { target: id, type: event.type };
            for (const name of Object.keys(event)) {
              if (name !== 'isTrusted') seen[name] = event[name as keyof Event];
            }
            events.push(seen);
          });
        }
      });
    },
    consoleMaySay: /^error: Failed to load resource: net::ERR_EMPTY_RESPONSE$/,
  });
  const form = await formIn(visit.page, '#join');
  assert.equal(await visit.page.evaluate(() => document.activeElement === document.body), true);

  await form.typeAll({ ...ana, 'Email address': 'xq@' });
  assert.deepEqual(placesIn(messages), [], 'Where the visitor goes, the page need not follow.');
  await form.click('Join as Pro-Kid');
  await form.part('summary');
  await fits(visit.page, '#join');
  const summary = Math.round(await topOf(await frameAt(visit.page, '#join')));
  assert.deepEqual(placesIn(messages), [summary]);
  await form.type('Email address', ana['Email address']);
  stage.line.mishap = ({ response }) => void response.destroy();
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  stage.line.mishap = undefined;
  await form.click('Try again');
  await form.becomes('done');
  await visit.page.waitForFunction(
    () => document.querySelector('#counted')!.textContent === 'Joined on this page: 1',
  );

  const [row] = stage.rows();
  assert.equal(row?.email, ana['Email address']);
  assert.equal(row?.partner, 'harbor-street');
  assert.equal(row?.submission.source.page, `${stage.site}/frame.html`);
  assert.equal(row?.submission.source.referrer, stage.second);

  const events = await visit.page.evaluate(
    () => (window as unknown as { events: Record<string, string>[] }).events,
  );
  const facts = { submissionType: 'join', kind: 'individual', campaign: '' };
  assert.deepEqual(
    events.filter(({ target }) => target === 'join'),
    [
      { target: 'join', type: 'pro-kid-ready' },
      { target: 'join', type: 'pro-kid-failed', outcome: 'invalid', ...facts },
      { target: 'join', type: 'pro-kid-failed', outcome: 'unreachable', ...facts },
      { target: 'join', type: 'pro-kid-delivered', outcome: 'confirmed', ...facts },
    ],
  );

  assert.ok(messages.length > 4);
  const written = JSON.stringify(messages);
  for (const text of [...Object.values(ana), 'xq@', row!.id]) {
    assert.equal(written.includes(text), false, `"${text}" is in a message.`);
  }
  for (const { from, at, data } of messages) {
    assert.deepEqual([from, at].toSorted(), [stage.site, stage.second].toSorted());
    assert.equal(data['proKid'], 1);
    const names = at === stage.site ? ['proKid'] : ['proKid', 'height', 'title', 'place', 'event'];
    for (const name of Object.keys(data)) assert.ok(names.includes(name), name);
  }
});

test('the frame is as high as errors, thanks and another language make it', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const visit = await stage.visit(`${stage.second}/framed.html`, { viewport: PHONE });
  const { page } = visit;
  const form = await formIn(page, '#join');
  const empty = await fits(page, '#join');

  await form.click('Join as Pro-Kid');
  await form.part('summary');
  const withErrors = await fits(page, '#join');
  assert.ok(withErrors > empty + 100, `${withErrors} after ${empty}`);
  await page.waitForFunction(summaryIsInSight, {}, await frameAt(page, '#join').then(topOf));

  await form.typeAll(ana);
  await page.$eval('#join', (frame) => {
    const { src } = frame as HTMLIFrameElement;
    (frame as HTMLIFrameElement).src = src.replace('&theme', '&lang=es&theme');
  });
  const frame = await frameAt(page, '#join');
  await frame.waitForSelector('pro-kid-join >>> [lang=es]');
  const inSpanish = await fits(page, '#join');
  assert.notEqual(inSpanish, withErrors);
  assert.equal(await form.value('Nombre'), ana['First name'], 'What was typed stays.');
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'es');
  assert.match(await frame.title(), /^¡Únase/);

  await form.click('Unirme como Pro-Kid');
  await form.becomes('done');
  const thanked = await fits(page, '#join');
  assert.ok(thanked < empty - 200, `${thanked} after ${empty}`);
  assert.match(await frame.title(), /^¡Únase/, 'The frame is still what it was.');
  // Its place has moved up by all that is gone; the page goes along.
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('#join')!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.equal(await page.evaluate(() => document.activeElement!.id), 'join');
});

test('each frame has a name, and one that the page has named keeps it', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const { page } = await stage.visit(`${stage.second}/framed.html`);
  await formIn(page, '#join');
  await page.$eval('#unirse', (frame) => frame.scrollIntoView());
  await formIn(page, '#unirse');
  const names = await page.$$eval('iframe', (frames) => frames.map(({ title }) => title));
  assert.deepEqual(names, ['Join as Pro-Kid', "¡Únase a The Children's Movement of California!"]);
  await assertAccessible(page);
  await assertAccessible(await frameAt(page, '#unirse'));
});

test('the keyboard goes into a frame, through its form, and out again', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const visit = await stage.visit(`${stage.second}/framed.html`, { viewport: PHONE });
  const { page } = visit;
  await formIn(page, '#join');
  const frame = await frameAt(page, '#join');
  const place = () => page.evaluate(() => document.activeElement!.id);
  const inside = () =>
    frame.evaluate(() => {
      const { activeElement } = document.querySelector('pro-kid-join')!.shadowRoot!;
      return activeElement?.getAttribute('name') ?? activeElement?.localName ?? '';
    });

  const stops: string[] = [];
  await visit.press('Tab');
  while ((await place()) === 'join') {
    assert.ok(stops.length < 20, stops.join());
    const stop = await inside();
    // The frame has a process of its own, and hears of the key a little later.
    if (stop === '') continue;
    stops.push(stop);
    await visit.press('Tab');
  }
  assert.deepEqual(stops, [
    'kind',
    'summary',
    'given-name',
    'family-name',
    'email',
    'postal-code',
    'consent-updates',
    'button',
    'a',
  ]);
  await page.keyboard.down('Shift');
  await visit.press('Tab');
  await page.keyboard.up('Shift');
  // Both windows hear of it a little later, too.
  await page.waitForFunction(() => document.activeElement!.id === 'join');
  while ((await inside()) === '');
  assert.equal(await inside(), 'a');
});

test('a link of a card in a frame opens in a tab of its own', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const { page } = await stage.visit(`${stage.second}/framed.html`);
  await formIn(page, '#join');
  await page.$eval('#join', (frame) => {
    const { src } = frame as HTMLIFrameElement;
    (frame as HTMLIFrameElement).src = src.replace('#join', '#issue');
  });
  const frame = await frameAt(page, '#join');
  const action = await frame.waitForSelector('pro-kid-fact-card >>> [part=action]');
  await fits(page, '#join');
  const opened = new Promise<void>((resolve) => page.once('popup', () => resolve()));
  await action!.evaluate(untilAtRest);
  await action!.click();
  await opened;
  assert.equal(await action!.evaluate((link) => (link as HTMLAnchorElement).rel), 'noopener');
  assert.equal(frame.url().split('#')[0], `${stage.site}/frame.html`);
});

test('a pledge in a frame: the campaign’s page of thanks is a link, and the partner’s page stays', async (t) => {
  const redirect = 'https://campaign.example/thanks';
  const stage = await setStage(t, { withSecondSite: true, campaign: { thanks: { redirect } } });
  const { page } = await stage.visit(`${stage.second}/framed.html`, { viewport: PHONE });
  await page.$eval('#join', (frame) => {
    const { src } = frame as HTMLIFrameElement;
    (frame as HTMLIFrameElement).src = src.replace('#join', '#pledge');
  });
  const frame = await frameAt(page, '#join');
  const form = new PledgeForm(frame);
  await form.ready();
  await form.sayBirthYear(1990);
  await form.sign();
  await form.becomes('done');
  await fits(page, '#join');
  const link = await frame.waitForSelector('pro-kid-pledge >>> [part=next]', { visible: true });
  assert.deepEqual(
    await link!.evaluate((element) => {
      const { href, target, rel } = element as HTMLAnchorElement;
      return { href, target, rel };
    }),
    { href: redirect, target: '_blank', rel: 'noopener' },
  );
  assert.equal(page.url(), `${stage.second}/framed.html`);
  assert.equal(frame.url().split('#')[0], `${stage.site}/frame.html`);
  assert.equal(stage.rows()[0]?.partner, 'harbor-street');
  await assertAccessible(frame);
});

test('somebody too young is counted without a word to the page around', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  let messages: Message[] = [];
  const { page } = await stage.visit(`${stage.second}/framed.html`, {
    prepare: async (page) => {
      messages = await recordMessages(page);
    },
  });
  await formIn(page, '#join');
  await page.$eval('#join', (frame) => {
    const { src } = frame as HTMLIFrameElement;
    (frame as HTMLIFrameElement).src = src.replace('#join', '#pledge');
  });
  const form = new PledgeForm(await frameAt(page, '#join'));
  await form.ready();
  await form.sayBirthYear(new Date().getFullYear() - 8);
  await form.click('Count me without my name');
  await form.becomes('done');
  await fits(page, '#join');
  assert.equal(stage.rows()[0]?.kind, 'anonymous');
  assert.equal(/anonymous|delivered/.test(JSON.stringify(messages)), false);
});

/** Where the frame has asked the page to lead its visitor. */
function placesIn(messages: readonly Message[]): number[] {
  const places = messages.flatMap(({ data }) => (data['place'] as { top: number }) ?? []);
  return [...new Set(places.map(({ top }) => Math.round(top)))];
}

/** Where the summary of errors begins, below the upper edge of its frame. */
function topOf(frame: Awaited<ReturnType<typeof frameAt>>): Promise<number> {
  return frame.$eval('pro-kid-join >>> [part=summary]', (part) => part.getBoundingClientRect().top);
}

function summaryIsInSight(top: number): boolean {
  const y = document.querySelector('#join')!.getBoundingClientRect().top + top;
  return y >= 0 && y < innerHeight;
}
