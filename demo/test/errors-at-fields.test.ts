import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './support/stage.ts';

/** Chromium reports each answer with an error status. */
const refusal = /^error: Failed to load resource: .* 422/;

test('the receiver refuses a field: the error stands at it, and a link leads there', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', { consoleMaySay: refusal });
  const form = await visit.form();
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });

  stage.line.alter = (submission) => ({
    ...submission,
    member: { ...submission.member, email: 'ana at example.org' },
  });
  await form.click('Join as Pro-Kid');
  const words = 'Enter an email address with an @ sign, like name@example.org';
  assert.equal(await form.part('summary'), `There is a problem ${words}`);
  assert.equal(await form.part('error'), words);
  assert.equal(await visit.focused(), 'group "There is a problem"');
  assert.deepEqual(await form.described('Email address'), { invalid: true, description: words });
  assert.equal(await form.value('Email address'), 'ana@example.org');
  assert.deepEqual(stage.rows(), []);

  await visit.press('Tab');
  assert.equal(await visit.focused(), `link "${words}"`);
  await visit.press('Enter');
  assert.equal(await visit.focused(), 'textbox "Email address"');
  await visit.press('End');
  await visit.page.keyboard.type('.example');
  assert.equal(await form.has('summary'), false);
  assert.equal(await form.has('error'), false);

  stage.line.alter = (submission) => submission;
  await visit.press('Enter');
  await form.becomes('done');
  assert.equal(stage.rows()[0]?.email, 'ana@example.org.example');
});

test('the receiver refuses what no field holds: the summary says so', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', { consoleMaySay: refusal });
  const form = await visit.form();
  await form.typeAll({ 'First name': 'Ana', 'Email address': 'ana@example.org' });

  stage.line.alter = (submission) => ({ ...submission, language: '' });
  await form.click('Join as Pro-Kid');
  assert.match(await form.part('summary'), /^There is a problem ./);
  assert.equal(await visit.focused(), 'group "There is a problem"');
  assert.equal(await form.has('error'), false);
  assert.deepEqual(stage.rows(), []);
});

test('an empty form: every required field is named, and nothing is sent', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.click('Organization');
  await form.click('Join as Pro-Kid');
  assert.equal(
    await form.part('summary'),
    'There is a problem Enter the name of your organization Enter your first name ' +
      'Enter your email address Tick the box to say that you may speak for this organization',
  );
  assert.equal(await visit.focused(), 'group "There is a problem"');
  assert.deepEqual(stage.line.posts, []);
});
