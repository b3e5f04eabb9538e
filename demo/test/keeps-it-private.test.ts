import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './support/stage.ts';

const personal = {
  'First name': 'Xanthippe',
  'Last name (optional)': 'Quackenbush',
  'Email address': 'xq@private.example',
  'ZIP code (optional)': '90210',
};

test('what somebody typed goes to the receiver, and nowhere else', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', {
    prepare: (page) =>
      page.evaluateOnNewDocument(() => {
        const events: unknown[] = [];
        Object.assign(window, { events, dataLayer: [] });
        for (const type of ['submit', 'delivered', 'failed', 'ready']) {
          document.addEventListener(`pro-kid-${type}`, (event) => {
            const seen: Record<string, unknown> = { type: event.type };
            // Inherited ones too, such as getters; nodes and functions cannot be written down.
            for (const name in event) {
              const value: unknown = event[name as keyof Event];
              if (!(value instanceof Node) && !(value instanceof Window)) seen[name] = value;
            }
            events.push(seen);
          });
        }
      }),
    consoleMaySay: /^error: Failed to load resource: net::ERR_EMPTY_RESPONSE$/,
  });
  const form = await visit.form();
  await form.typeAll({ ...personal, 'Email address': 'xq@' });
  await form.click('Join as Pro-Kid');
  await form.part('summary');
  await form.type('Email address', personal['Email address']);
  stage.line.mishap = ({ response }) => void response.destroy();
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  stage.line.mishap = undefined;
  await form.click('Try again');
  await form.becomes('done');
  assert.equal(stage.rows()[0]?.email, personal['Email address']);

  const kept = await visit.page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    name: window.name,
    history: history.state as unknown,
    cookie: document.cookie,
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    dataLayer: (window as unknown as { dataLayer: unknown[] }).dataLayer,
  }));
  assert.deepEqual(kept, {
    address: `${stage.site}/`,
    title: await visit.page.title(),
    name: '',
    history: null,
    cookie: '',
    localStorage: {},
    sessionStorage: {},
    databases: [],
    caches: [],
    dataLayer: [],
  });
  assert.deepEqual(await visit.page.browserContext().cookies(), []);

  const events = await visit.page.evaluate(
    () => (window as unknown as { events: { type: string }[] }).events,
  );
  assert.deepEqual(
    events.map(({ type }) => type.replace('pro-kid-', '')),
    ['ready', 'failed', 'submit', 'failed', 'submit', 'delivered'],
  );
  const elsewhere = JSON.stringify({
    events,
    title: kept.title,
    console: visit.console,
    requests: visit.requests.map((request) => [request.url(), request.headers()]),
    receiver: await stage.stopReceiver(),
  });
  for (const text of Object.values(personal)) {
    assert.equal(elsewhere.includes(text), false, `"${text}" is where it should not be.`);
  }
});
