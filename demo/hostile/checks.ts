import assert from 'node:assert/strict';
import type { Visit } from '../test/support/visit.ts';
import type { Look } from './measure.ts';
import type { Row } from './report.ts';
import { assertSameBoxes, assertSameText, assertUsable } from './same-look.ts';
import { changesOn, clean, formOn, join, useHost } from './stage.ts';

/** Each widget stands and looks as on a page with nothing else; `spaced` where letters may be wider. */
export async function checkLooks(row: Row, looks: Look[], spaced = false): Promise<void> {
  const verdict = spaced ? 'wider letters' : 'same';
  const each = (check: (found: Look, clean: Look, spaced: boolean) => void) => () =>
    looks.forEach((look, index) => check(look, clean.looks[index]!, spaced));
  await row.check('box', verdict, each(assertSameBoxes));
  await row.check('text', verdict, each(assertSameText));
  await row.check('click', 'works', each(assertUsable));
}

export interface JourneyOptions {
  /** Changes that another script makes itself meanwhile. */
  changes?: RegExp | undefined;
  /** Whether another script keeps events of the page's own elements from the window. */
  isDeaf?: boolean;
}

/**
 * The same bytes arrive, and the page stays as it was: when the form is there, after somebody has
 * joined, and for its own visitors.
 */
export async function checkJourney(
  row: Row,
  visit: Visit,
  { changes, isDeaf = false }: JourneyOptions = {},
): Promise<void> {
  const isOurs = (change: string) => !changes?.test(change);
  const form = await formOn(visit);
  const atRest = await changesOn(visit, true);
  await row.check('sent', 'same bytes', async () => {
    assert.deepEqual(await join(form), clean.post);
  });
  await row.check('page', 'unchanged', async () => {
    assert.deepEqual(atRest.filter(isOurs), []);
    assert.deepEqual((await changesOn(visit)).filter(isOurs), []);
    const heard = (await useHost(visit)).map((event) => event.split(',')[0]);
    const all = ['click', 'focusin', 'input', 'keydown'];
    assert.deepEqual([...new Set(heard)].toSorted(), isDeaf ? [] : all);
  });
}

/** Where nothing of ours can run, what stands between the tags stays, and the console tells why. */
export async function checkFallback(row: Row, visit: Visit, says: RegExp): Promise<void> {
  await visit.page.waitForNetworkIdle({ idleTime: 200 });
  await row.check('click', 'fallback', async () => {
    const link = await visit.page.waitForSelector('pro-kid-join a', { visible: true });
    assert.match(await link!.evaluate(({ href }) => href as string), /^mailto:/);
    const said = visit.console.join('\n');
    assert.match(said, says);
  });
  await row.check('page', 'works', async () => {
    assert.ok((await useHost(visit)).includes('click'));
  });
}
