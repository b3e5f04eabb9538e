import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WIDGETS } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

test('the form from npm tells the page what became of it, and not what was typed', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/npm.html');
  const form = await visit.form();
  await form.type('First name', 'Ana');
  await form.click('Join as Pro-Kid');
  await form.part('summary');
  await form.type('Email address', 'ana@example.org');
  await form.click('Join as Pro-Kid');
  await form.becomes('done');

  const lines = await visit.page.$$eval('#log li', (items) => items.map((item) => item.innerText));
  assert.deepEqual(lines, [
    'pro-kid-ready',
    'pro-kid-failed individual invalid required',
    'pro-kid-submit individual',
    'pro-kid-delivered individual confirmed',
  ]);
  assert.equal(stage.rows().length, 1);
  assert.deepEqual(visit.requestsTo(stage.site + WIDGETS), []);
});
