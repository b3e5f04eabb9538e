import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { ana, openPledge, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const query = '?utm_source=news&utm_medium=mail&ref=flyer&email=ana@private.example&fbclid=1';

/** The page names two parameters of its own, in its source. */
const namesParameters = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    new MutationObserver((_changes, observer) => {
      const pledge = document.querySelector('pro-kid-pledge');
      if (!pledge) return;
      observer.disconnect();
      pledge.setAttribute('parameters', 'ref shelf');
    }).observe(document, { childList: true, subtree: true });
  });

test('of an address, the labels of a campaign and named parameters are sent, and nothing else', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit(`/campaign.html${query}`, { prepare: namesParameters });
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');

  const [row] = stage.rows();
  const { source } = row!.submission;
  assert.deepEqual(source, {
    campaign: 'permanent-connections',
    partner: 'first-steps',
    page: `${stage.site}/campaign.html`,
    parameters: { ref: 'flyer' },
    utm: { source: 'news', medium: 'mail' },
    widget: 'pro-kid-pledge',
    widgetVersion: source.widgetVersion,
  });
  assert.doesNotMatch(JSON.stringify(row!.submission), /private\.example|fbclid/);
  // It takes nothing out of the address either.
  assert.equal(await visit.page.evaluate(() => location.search), query);
});

test('of somebody who asks for privacy, only the campaign and the partner are sent', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit(`/campaign.html${query}`, {
    async prepare(page) {
      await namesParameters(page);
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
      });
    },
  });
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  const { source } = stage.rows()[0]!.submission;
  assert.deepEqual(source, {
    campaign: 'permanent-connections',
    partner: 'first-steps',
    widget: 'pro-kid-pledge',
    widgetVersion: source.widgetVersion,
  });
});

test('a link may choose kind, language and commitments, and no personal data', async (t) => {
  const stage = await setStage(t);
  const link = new URLSearchParams({
    'pro-kid-kind': 'organization',
    'pro-kid-language': 'es',
    'pro-kid-partner': 'somebody-else',
    'pro-kid-commitments': 'tracking-outcomes,none-of-ours',
    'pro-kid-email': 'ana@private.example',
    email: 'ana@private.example',
    'given-name': 'Ana',
  });
  const visit = await stage.visit(`/campaign.html?${link}`);
  const form = await openPledge(visit, 'es');
  assert.equal(await form.value('Nombre de la organización'), '');
  assert.equal(await form.value('Correo electrónico'), '');
  assert.equal(await form.value('Su nombre'), '');
  const ticked = await visit.page.$$eval(
    'pro-kid-pledge >>> [part=commitments] input:checked',
    (inputs) => inputs.map(({ name }) => name),
  );
  assert.deepEqual(ticked, ['commitment-tracking-outcomes']);

  await form.click(words.es.commitment);
  await form.typeAll({
    'Nombre de la organización': 'Escuela José Martí',
    'Su nombre': 'Íñigo',
    'Correo electrónico': 'hola@escuela-marti.example',
  });
  await form.click('Puedo hablar en nombre de esta organización');
  await form.click(words.es.sign);
  await form.becomes('done');
  const { submission } = stage.rows()[0]!;
  assert.equal(submission.language, 'es');
  assert.deepEqual(submission.pledge?.commitments, ['policies-and-services', 'tracking-outcomes']);
  // The page has a partner of its own, which a link does not change.
  assert.equal(submission.source.partner, 'first-steps');
});

test('what is shared leads back to the page, for the same partner, and tells nothing of the signer', async (t) => {
  const stage = await setStage(t, { withSecondSite: true });
  const visit = await stage.visit(`${stage.second}/${query}`);
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  await visit.page.waitForSelector('pro-kid-pledge >>> pro-kid-share >>> [part=link]', {
    visible: true,
  });
  const links = await visit.page.$$eval('pro-kid-pledge >>> pro-kid-share >>> a', (all) =>
    all.map(({ href }) => decodeURIComponent(href)),
  );
  assert.equal(links.length, 7);
  for (const link of links) {
    assert.match(decodeURIComponent(link), /pro-kid-partner=harbor-street/);
    assert.match(link, /utm_campaign=permanent-connections/);
    assert.doesNotMatch(link, new RegExp(`ana|${Object.values(ana).join('|')}|flyer`, 'i'));
  }
  const others = visit.requests
    .map((request) => new URL(request.url()).origin)
    .filter((origin) => ![stage.second, stage.endpoint].includes(origin));
  assert.deepEqual(others, []);
});
