import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };

test('a double click sends one submission', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.typeAll(ana);
  await (await form.control('Join as Pro-Kid')).click({ count: 2 });
  await form.becomes('done');
  assert.equal(stage.line.posts.length, 1);
  assert.equal(stage.rows().length, 1);
});

test('Enter and a click while it is being sent are one submission', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.typeAll(ana);
  const held = Promise.withResolvers<void>();
  stage.line.mishap = async ({ forward, giveBack }) => {
    await held.promise;
    await giveBack(await forward());
  };

  await visit.press('Enter');
  await form.becomes('sending');
  await form.click('Sending…');
  await (await form.control('Email address')).focus();
  await visit.press('Enter');
  held.resolve();
  await form.becomes('done');
  assert.equal(stage.line.posts.length, 1);
  assert.equal(stage.rows().length, 1);
});

test('a click on the button is not lost when what stands above it changes', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.click('Join as Pro-Kid');
  assert.match(await form.part('summary'), /Enter your email address/);
  await form.type('First name', 'Ana');
  // The error at the field goes with the first letters, and a suggestion comes with the click.
  await form.type('Email address', 'ana@gmial.com');
  const button = await form.control('Join as Pro-Kid');
  await button.click({ offset: { x: 60, y: 3 } });
  await form.becomes('done');
  assert.equal(stage.rows()[0]?.email, 'ana@gmial.com');
});

test('a suggestion for a typo is taken with one click', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  const form = await visit.form();
  const said = await form.listen();
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@gmial.com' });
  await visit.press('Tab');
  await form.click('ana@gmail.com');
  assert.equal(await form.value('Email address'), 'ana@gmail.com');
  assert.deepEqual(await said(), ['Did you mean ana@gmail.com?']);
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  assert.equal(stage.rows()[0]?.email, 'ana@gmail.com');
});

test('values that a password manager sets without any event are sent', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/');
  const form = await visit.form();
  for (const [name, text] of Object.entries(ana)) {
    await (await form.control(name)).evaluate((field, value) => (field.value = value), text);
  }
  await form.click('Join as Pro-Kid');
  await form.becomes('done');
  const [row] = stage.rows();
  assert.deepEqual(row!.submission.member, {
    kind: 'individual',
    givenName: 'Ana',
    email: 'ana@example.org',
  });
});
