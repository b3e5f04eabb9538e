import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { setStage, type Stage } from './support/stage.ts';

const guide = await readFile(join(import.meta.dirname, '../../docs/embed/fallback.md'), 'utf8');
const snippets = [...guide.matchAll(/```html\n([^]+?)```/g)].map(([, snippet]) => snippet!);

/** Lays a snippet of the guide into a page of the site, in a browser that runs no script. */
function withoutScript(stage: Stage, snippet: string) {
  return async (page: Page) => {
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    const html = snippet.replaceAll('https://sign-up.example', stage.endpoint);
    const body = `<!doctype html><html lang="en"><title>Join</title><link rel="icon" href="data:,"><body>${html}`;
    page.on('request', (request) =>
      request.url().endsWith('/plain.html')
        ? request.respond({ contentType: 'text/html', body })
        : request.continue(),
    );
  };
}

test('no script runs: the plain form between the tags signs a visitor up', async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.visit('/plain.html', {
    prepare: withoutScript(stage, snippets[0]!),
  });
  await page.type('[name=given-name]', 'Ana');
  await page.type('[name=email]', 'ana@example.org');
  await page.click('[name=consent-updates]');
  await Promise.all([page.waitForNavigation(), page.click('button')]);

  assert.match(page.url(), /\/thanks\?/);
  assert.doesNotMatch(page.url(), /ana/i);
  const title = await page.waitForSelector('h1 ::-p-text(Thank you! You are in.)');
  assert.ok(title);
  const [{ submission, partner }] = stage.rows() as [ReturnType<Stage['rows']>[number]];
  assert.equal(partner, 'your-organization');
  assert.equal(submission.source.page, `${stage.site}/`);
  assert.deepEqual(submission.consents, [
    { id: 'updates', granted: true, text: 'Send me updates.', language: 'en' },
  ]);

  // To load the page of thanks anew sends nothing again.
  await page.reload();
  assert.equal(stage.rows().length, 1);
});

test('no script runs: what was wrong is named, and going back finds all that was typed', async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.visit('/plain.html', {
    prepare: withoutScript(stage, snippets[0]!),
    consoleMaySay: /status of 422/,
  });
  await page.type('[name=given-name]', 'Ana');
  await page.type('[name=email]', 'ana@example.org');
  await page.type('[name=postal-code]', '9');
  await Promise.all([page.waitForNavigation(), page.click('button')]);
  assert.ok(await page.waitForSelector('::-p-text(Enter a ZIP code with 5 digits)'));
  assert.equal(stage.rows().length, 0);

  await page.goBack();
  const typed = await page.$$eval('input:not([type])', (fields) =>
    fields.map(({ value }) => value).filter((value) => value !== ''),
  );
  assert.deepEqual(typed, ['Ana', '9']);
});

test('no script runs: a pledge is signed by the plain form of the guide', async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.visit('/plain.html', {
    prepare: withoutScript(stage, snippets[1]!),
  });
  await page.click('[name=commitment]');
  await page.type('[name=given-name]', 'Ana');
  await page.type('[name=email]', 'ana@example.org');
  await Promise.all([page.waitForNavigation(), page.click('button')]);
  assert.ok(await page.waitForSelector('h1 ::-p-text(Thank you! You have signed.)'));
  const counts = await stage.counts('?campaign=story-time');
  assert.equal(counts.individuals, 1);
});
