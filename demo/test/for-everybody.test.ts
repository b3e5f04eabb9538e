import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { assertAccessible } from './support/axe.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const dark = (page: Page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
const light = (page: Page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);

for (const [scheme, prepare] of Object.entries({ light, dark })) {
  test(`axe finds nothing on any page, ${scheme}`, async (t) => {
    const stage = await setStage(t);
    for (const path of ['/', '/es.html', '/loader.html', '/npm.html', '/privacy.html']) {
      await t.test(path, async () => {
        const visit = await stage.visit(path, { prepare });
        if (path !== '/privacy.html') await visit.form();
        await assertAccessible(visit.page);
        await visit.page.close();
      });
    }
  });

  test(`axe finds nothing in any state of the form, ${scheme}`, async (t) => {
    const stage = await setStage(t, { withLine: true });
    const visit = await stage.visit('/', {
      prepare,
      consoleMaySay: /^error: Failed to load resource: net::ERR_EMPTY_RESPONSE$/,
    });
    const form = await visit.form();
    await form.click('Organization');
    await form.click("Joining as an Organization? what's the difference?");
    await t.test('organization', () => assertAccessible(visit.page));

    await form.click('Join as Pro-Kid');
    await form.part('summary');
    await t.test('errors', () => assertAccessible(visit.page));

    await form.click('Individual');
    await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@gmial.com' });
    await visit.press('Tab');
    await form.control('ana@gmail.com');
    await t.test('suggestion', () => assertAccessible(visit.page));

    stage.line.mishap = ({ response }) => void response.destroy();
    await form.click('Join as Pro-Kid');
    await form.becomes('failed');
    await t.test('failure', () => assertAccessible(visit.page));

    stage.line.mishap = undefined;
    await form.click('Try again');
    await form.becomes('done');
    await t.test('thanks', () => assertAccessible(visit.page));
  });
}

test('Tab goes through a person’s form in the order in which it is read', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  await visit.form();
  assert.deepEqual(await tabThrough(visit), [
    'radio "Individual"',
    'DisclosureTriangle "Joining as an Organization? what\'s the difference?"',
    'textbox "First name"',
    'textbox "Last name (optional)"',
    'textbox "Email address"',
    'textbox "ZIP code (optional)"',
    'checkbox "Send me updates and information about key kids\' issues and campaigns."',
    'button "Join as Pro-Kid"',
    'link "Privacy policy (opens in a new tab)"',
  ]);
});

test('Tab goes through an organization’s form in the order in which it is read', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.click('Organization');
  assert.deepEqual(await tabThrough(visit), [
    'radio "Organization"',
    'DisclosureTriangle "Joining as an Organization? what\'s the difference?"',
    'textbox "Organization name"',
    'textbox "Website (optional)"',
    'textbox "Your first name"',
    'textbox "Your last name (optional)"',
    'textbox "Your job title (optional)"',
    'textbox "Email address"',
    'textbox "ZIP code (optional)"',
    'checkbox "I may speak for this organization"',
    'checkbox "Send me updates and information about key kids\' issues and campaigns."',
    'button "Join as Pro-Kid"',
    'link "Privacy policy (opens in a new tab)"',
  ]);
});

/** What has the focus at each press of Tab, from before the form until it is left. */
async function tabThrough(visit: Visit): Promise<string[]> {
  const { page } = visit;
  await page.click('.hero .button');
  const names: string[] = [];
  for (;;) {
    await visit.press('Tab');
    const isInside = await page.evaluate(
      () => document.activeElement?.localName === 'pro-kid-join',
    );
    if (!isInside) return names;
    names.push(await visit.focused());
  }
}
