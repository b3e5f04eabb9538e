import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFallback, checkJourney, checkLooks } from './checks.ts';
import { listenersOfOurs } from './listeners.ts';
import { measure } from './measure.ts';
import { oddPages } from './odd-pages.ts';
import { reportTable, Row } from './report.ts';
import { assertUsable } from './same-look.ts';
import { changesOn, clean, formOn, join, looksOf, useHost, visitPage, wholePage } from './stage.ts';

const rows: Row[] = [];

test('a page with nothing else on it', async (t) => {
  const [parts, widgets] = wholePage();
  const visit = await visitPage(t, parts, { widgets });
  const form = await formOn(visit);
  (await looksOf(visit)).forEach(assertUsable);
  assert.deepEqual(await changesOn(visit, true), []);
  const post = await join(form);
  assert.match(post.body, /^\{"version":1,"id":"","type":"join".*,"submittedAt":""\}$/);
  assert.deepEqual(post, clean.post);
  assert.deepEqual(await changesOn(visit), []);
  assert.deepEqual(await useHost(visit), [
    ...['focusin', 'click', 'focusin', 'click'],
    ...['keydown', 'input'],
  ]);
});

test('what we listen for on the page itself', async (t) => {
  const [parts, widgets] = wholePage();
  const visit = await visitPage(t, parts, { widgets });
  await join(await formOn(visit));
  await looksOf(visit);
  const found = new Set(await listenersOfOurs(visit.page));
  assert.deepEqual([...found].toSorted(), [
    'document: pro-kid-delivered',
    'document: visibilitychange',
  ]);
});

for (const odd of oddPages) {
  const { name, parts, spaced, fallback, says, media, waits } = odd;
  test(`page with ${name}`, async (t) => {
    const row = new Row({ name });
    rows.push(row);
    const visit = await visitPage(t, parts, { says, media });
    if (waits) await visit.page.mouse.move(5, 5);
    if (fallback) {
      row.does = [fallback];
      await checkFallback(row, visit, says!);
    } else {
      await formOn(visit);
      await checkLooks(row, [await measure(visit.page, 'pro-kid-join')], spaced);
      await checkJourney(row, visit, odd);
    }
    row.close();
  });
}

test('the documentation has this table', () => {
  reportTable('Odd pages', rows, oddPages);
});
