import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { assertAccessible } from './support/axe.ts';
import { JoinForm } from './support/join-form.ts';
import { thePledge, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const dark = (page: Page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
const light = (page: Page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);

const pages = {
  '/': 'pro-kid-join',
  '/es.html': 'pro-kid-join',
  '/campaign.html': 'pro-kid-pledge',
  '/campaign-es.html': 'pro-kid-pledge',
  '/petition.html': 'pro-kid-petition',
  '/partner-two.html': 'pro-kid-pledge',
  '/loader.html': 'pro-kid-join',
  '/npm.html': 'pro-kid-join',
  '/privacy.html': undefined,
};

for (const [scheme, prepare] of Object.entries({ light, dark })) {
  test(`axe finds nothing on any page, ${scheme}`, async (t) => {
    const stage = await setStage(t);
    for (const [path, selector] of Object.entries(pages)) {
      await t.test(path, async () => {
        const visit = await stage.visit(path, { prepare });
        if (selector) await visit.form(selector);
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

for (const [scheme, prepare] of Object.entries({ light, dark })) {
  for (const path of ['/campaign.html', '/partner-two.html']) {
    test(`axe finds nothing in any state of the pledge on ${path}, ${scheme}`, async (t) => {
      const stage = await setStage(t);
      const visit = await stage.visit(path, { prepare });
      const form = await thePledge(visit);
      await form.sayBirthYear(1);
      await t.test('wrong year', () => assertAccessible(visit.page));

      await form.sayBirthYear(1990);
      await form.click('Organization');
      await form.click(words.en.sign);
      await form.part('summary');
      await t.test('errors', () => assertAccessible(visit.page));

      await form.click('Individual');
      await form.sign();
      await form.becomes('done');
      await visit.page.waitForSelector('pro-kid-pledge >>> pro-kid-share >>> [part=link]', {
        visible: true,
      });
      await t.test('thanks', () => assertAccessible(visit.page));

      await form.click('Join as Pro-Kid');
      await new JoinForm(visit.page, 'pro-kid-pledge >>> pro-kid-join').ready();
      await t.test('joining', () => assertAccessible(visit.page));
    });
  }
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
