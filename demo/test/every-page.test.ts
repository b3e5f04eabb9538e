import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LARGEST_SHIFT, seeComing } from './support/layout-shift.ts';
import { setStage } from './support/stage.ts';

/** Each page, and what it is for. */
const pages = {
  '/': 'pro-kid-join',
  '/es.html': 'pro-kid-join',
  '/issues.html': 'pro-kid-join',
  '/campaign.html': 'pro-kid-pledge',
  '/campaign-es.html': 'pro-kid-pledge',
  '/petition.html': 'pro-kid-petition',
  '/partner-two.html': 'pro-kid-pledge',
  '/frame.html': 'pro-kid-join',
  '/framed.html': undefined,
  '/loader.html': 'pro-kid-join',
  '/npm.html': 'pro-kid-join',
  '/privacy.html': undefined,
};
/** What comes by script: the element, by its place on a page. */
const comings = [
  ['/', 'pro-kid-join'],
  ['/es.html', 'pro-kid-join'],
  ['/loader.html', 'pro-kid-join'],
  ['/npm.html', 'pro-kid-join'],
  ['/issues.html', 'pro-kid-join'],
  ['/issues.html', '#wide'],
  ['/issues.html', '#compact'],
  ['/issues.html', 'pro-kid-fact-deck'],
  ['/issues.html', '#plain'],
  ['/campaign.html', '#so-far'],
  ['/campaign.html', '#pledge'],
  ['/campaign.html', '#share'],
  ['/campaign-es.html', '#pledge'],
  ['/petition.html', '#petition'],
  ['/partner-two.html', 'pro-kid-pledge'],
] as const;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

for (const [path, selector] of Object.entries(pages)) {
  test(`${path} talks to no other host, breaks no rule of its own, and fits a phone`, async (t) => {
    const stage = await setStage(t);
    // The stage fails a test whose page says anything on the console: so do violations of the
    // content security policy.
    const visit = await stage.visit(path, { viewport: PHONE });
    if (selector) await visit.form(selector);
    await visit.page.waitForNetworkIdle({ idleTime: 100 });

    // Of the receiver, a campaign asks how many have signed.
    for (const asked of visit.requestsTo(stage.endpoint)) assert.match(asked, /^\/counts\?/);
    const others = visit.requests.filter((request) => !request.url().startsWith(stage.endpoint));
    const origins = new Set(others.map((request) => new URL(request.url()).origin));
    assert.deepEqual([...origins], [stage.site]);
    const overflow = await visit.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    assert.ok(overflow <= 0, `It is ${overflow} pixels too wide.`);
  });
}

for (const [path, selector] of comings) {
  for (const viewport of [PHONE, DESK]) {
    test(`${path} does not move when ${selector} comes, ${viewport.width} pixels wide`, async (t) => {
      const stage = await setStage(t);
      const { shift } = await seeComing((how) => stage.visit(path, how), selector, viewport);
      t.diagnostic(`layout shift: ${shift.toFixed(5)}`);
      assert.ok(shift <= LARGEST_SHIFT, `It shifts by ${shift}.`);
    });
  }
}
