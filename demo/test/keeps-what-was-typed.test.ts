import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { setStage } from './support/stage.ts';

const ana = {
  'First name': 'Ana',
  'Last name (optional)': 'Ruiz',
  'Email address': 'ana@example.org',
  'ZIP code (optional)': '95814',
};
const names = Object.keys(ana);
const failedLoad = /^error: (Failed to load resource|Access to fetch)/;

test('the receiver is away: no thanks, and nothing typed is lost until it is back', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/', { consoleMaySay: failedLoad });
  const form = await visit.form();
  await form.typeAll(ana);
  await stage.stopReceiver();

  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  assert.equal(
    await form.part('failure'),
    'We cannot tell if you are signed up ' +
      'We could not reach the sign-up service. It may have received your form, or not. ' +
      'Everything you typed is still here.',
  );
  assert.equal(await form.has('thanks'), false);
  assert.deepEqual(await form.values(names), ana);
  assert.deepEqual(stage.rows(), []);

  await stage.startReceiver();
  await form.click('Try again');
  await form.becomes('done');
  const posts = visit.requests.filter((request) => request.method() === 'POST');
  const ids = posts.map((request) => (JSON.parse(request.postData()!) as Submission).id);
  // The first, three that the form tried again by itself, and the visitor's own.
  assert.equal(ids.length, 5);
  assert.equal(new Set(ids).size, 1);
  assert.deepEqual(
    stage.rows().map(({ id, email }) => ({ id, email })),
    [{ id: ids[0], email: 'ana@example.org' }],
  );
});

test('the answer is lost after storing: it may have been received, and retry makes no second row', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', { consoleMaySay: failedLoad });
  const form = await visit.form();
  await form.typeAll(ana);

  stage.line.mishap = async ({ forward, response }) => {
    await forward();
    response.destroy();
  };
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  assert.match(await form.part('failure'), /It may have received your form, or not\./);
  assert.equal(stage.rows().length, 1);

  stage.line.mishap = undefined;
  await form.click('Try again');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
  assert.equal(stage.line.posts.at(-1)!.id, stage.rows()[0]!.id);
  assert.equal((await stage.counts()).individuals, 1);
});

test('an edit after a failure makes it another submission', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/', { consoleMaySay: failedLoad });
  const form = await visit.form();
  await form.typeAll(ana);

  stage.line.mishap = ({ response }) => void response.destroy();
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  stage.line.mishap = undefined;
  await form.type('Email address', 'ana.ruiz@example.org');
  await form.click('Try again');
  await form.becomes('done');

  const [row] = stage.rows();
  assert.equal(row!.email, 'ana.ruiz@example.org');
  assert.notEqual(row!.id, stage.line.posts[0]!.id);
});

test('the browser knows that it is offline: it says so, and that nothing was sent', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const visit = await stage.visit('/');
  const form = await visit.form();
  await form.typeAll(ana);

  await visit.page.setOfflineMode(true);
  await form.click('Join as Pro-Kid');
  await form.becomes('failed');
  assert.equal(
    await form.part('failure'),
    'You are not signed up yet ' +
      'You seem to be offline, so nothing was sent. Everything you typed is still here.',
  );
  assert.deepEqual(await form.values(names), ana);

  await visit.page.setOfflineMode(false);
  await form.click('Try again');
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});
