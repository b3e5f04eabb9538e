import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Visit } from '../test/support/visit.ts';
import { checkJourney, checkLooks } from './checks.ts';
import { measure } from './measure.ts';
import { script } from './page.ts';
import { reportTable, Row } from './report.ts';
import { scripts, type ForeignScript } from './scripts.ts';
import { changesOn, formOn, visitPage } from './stage.ts';

const rows: Row[] = [];

for (const foreign of scripts) {
  const { name, version, url, needs = [], start, visit: bring, missing, says } = foreign;
  const skip = missing && `${missing} is not on this computer`;

  test(`script ${name} ${version}, before ours`, { skip }, async (t) => {
    const visit = await visitPage(t, { head: tagsOf(foreign) }, { says });
    await checkBeside(foreign, 'before', visit);
  });

  test(`script ${name} ${version}, after ours`, { skip }, async (t) => {
    const visit = await visitPage(t, { ours: script('loader.js') }, { says });
    await formOn(visit);
    assert.deepEqual(await changesOn(visit, true), []);
    for (const each of [...needs, url]) await visit.page.addScriptTag({ url: each });
    if (start) await visit.page.evaluate(start);
    await noteAnew(visit);
    await checkBeside(foreign, 'after', visit);
  });

  if (!bring) continue;
  test(`script ${name} ${version}, brings the page without loading it`, { skip }, async (t) => {
    const visit = await visitPage(t, { head: tagsOf(foreign) }, { says });
    await (await formOn(visit)).type('First name', 'Nobody');
    await visit.page.$eval('pro-kid-join', (element) => element.setAttribute('data-old', ''));
    await visit.page.evaluate(`void (${bring})('/page?again')`);
    await visit.page.waitForSelector('pro-kid-join:not([data-old])');
    await visit.page.waitForSelector('pro-kid-join[data-old]', { hidden: true });
    await visit.page.waitForSelector(foreign.done ?? 'body');
    await formOn(visit);
    await noteAnew(visit);
    await checkBeside(foreign, 'before, then swaps the page', visit);
  });
}

test('the documentation has this table', () => {
  reportTable('Scripts', rows, scripts);
});

async function checkBeside(foreign: ForeignScript, loaded: string, visit: Visit): Promise<void> {
  const row = new Row({ ...foreign, loaded });
  rows.push(row);
  await formOn(visit);
  row.does = await visit.page.evaluate(() => hostWatch.harm());
  await checkLooks(row, [await measure(visit.page, 'pro-kid-join')]);
  await checkJourney(row, visit, { changes: foreign.changes });
  row.close();
}

/** The page is watched from here on, since it is another one than it was, by its own script. */
const noteAnew = ({ page }: Visit) =>
  page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    hostWatch.note();
  });

function tagsOf({ needs = [], url, start, defer }: ForeignScript): string {
  const attributes = defer ? ' defer' : '';
  const tags = [...needs, url].map((each) => `<script${attributes} src="${each}"></script>`);
  return start ? `${tags.join('')}<script>${start}</script>` : tags.join('');
}
