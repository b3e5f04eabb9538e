import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { ana, counts, openPledge, thePledge, withoutCache, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const campaign = '?campaign=permanent-connections';
const closed = { closes: '2026-01-31T23:59:00-08:00' };
const refusedByStatus = /^error: Failed to load resource: .* 403/;

test('a closed campaign says so, and there is nothing to fill in', async (t) => {
  const stage = await setStage(t, { campaign: closed });
  const visit = await stage.visit('/campaign.html');
  assert.match(
    await textOf(visit.page),
    /Closed This campaign ended on January 31, 2026 at 11:59 PM Pacific Standard Time\./,
  );
  await counts(visit.page, '#pledge', '0 of 100 signed');
  assert.deepEqual(await visit.page.$$('#pledge >>> :is(input, textarea, [type=submit])'), []);
  await visit.page.$eval('#pledge', (pledge) =>
    (pledge as unknown as { submit(): Promise<void> }).submit(),
  );
  assert.deepEqual(visit.requestsTo(`${stage.endpoint}/submissions`), []);
});

test('a closed campaign says so in Spanish', async (t) => {
  const stage = await setStage(t, { campaign: closed });
  const visit = await stage.visit('/campaign-es.html');
  assert.match(await textOf(visit.page), /Cerrada Esta campaña terminó el 31 de enero de 2026/);
});

test('a campaign that is not open yet says from when on it is', async (t) => {
  const stage = await setStage(t, { campaign: { opens: '2098-01-01T09:00:00-08:00' } });
  const visit = await stage.visit('/campaign.html');
  assert.match(
    await textOf(visit.page),
    /Not open yet You can sign from January 1, 2098 at 9:00 AM Pacific Standard Time on\./,
  );
  assert.deepEqual(await visit.page.$$('#pledge >>> :is(input, textarea, [type=submit])'), []);
});

test('the receiver knows that it is closed: the page says so, and keeps what was typed', async (t) => {
  const stage = await setStage(t, { known: closed });
  const visit = await stage.visit('/campaign.html', { consoleMaySay: refusedByStatus });
  const form = await openPledge(visit);
  await form.sign({ ...ana, 'Comment (optional)': 'For every kid.' });
  await form.becomes('failed');

  assert.equal(
    await form.part('failure'),
    'You have not signed yet The sign-up service did not take your form. ' +
      'Everything you typed is still here.',
  );
  assert.equal(await form.value('Email address'), 'ana@example.org');
  assert.equal(await form.value('Comment (optional)'), 'For every kid.');
  assert.equal(await (await form.control(words.en.commitment)).evaluate(isChecked), true);
  assert.equal(await form.has('thanks'), false);
  assert.deepEqual(stage.rows(), []);
  await counts(visit.page, '#pledge', '0 of 100 signed');
});

test('a forged post to a closed campaign is refused, with a problem that names it', async (t) => {
  const stage = await setStage(t, { withLine: true });
  const form = await openPledge(await stage.visit('/campaign.html'));
  await form.sign();
  await form.becomes('done');
  const [honest] = stage.line.posts;

  const later = await setStage(t, { campaign: closed });
  const forged: Submission = { ...honest!, id: crypto.randomUUID() };
  const answer = await fetch(`${later.endpoint}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(forged),
  });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.partialDeepStrictEqual(await answer.json(), {
    type: '/problems/campaign-closed',
    status: 403,
  });
  assert.deepEqual(later.rows(), []);
  assert.partialDeepStrictEqual(await later.counts(campaign), { individuals: 0 });
});

test('test mode checks, says that it is a test, and sends and counts nothing', async (t) => {
  const stage = await setStage(t, { campaign: { test: true } });
  const visit = await stage.visit('/campaign.html');
  const form = await openPledge(visit);
  assert.match(
    await form.part('test'),
    /^Test mode: nothing that is entered here is sent or counted\.$/,
  );
  await form.click(words.en.sign);
  assert.match(await form.part('summary'), /Enter your email address/);
  await form.sign();
  await form.becomes('done');
  assert.match(
    await form.part('thanks'),
    /The form works This is test mode: your answers were checked, and nothing was sent or counted\./,
  );
  assert.doesNotMatch(await form.text(), /You have signed|Join the movement/);
  assert.deepEqual(visit.requestsTo(`${stage.endpoint}/submissions`), []);
  assert.deepEqual(stage.rows(), []);
  await counts(visit.page, '#pledge', '0 of 100 signed');
  await counts(visit.page, '#so-far', '0 of 100 signed');
});

test('the page alone can ask for test mode', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  const form = await thePledge(visit);
  await visit.page.$eval('#pledge', (pledge) => pledge.setAttribute('test', ''));
  await form.sayBirthYear(1990);
  await form.part('test');
  await form.sign();
  await form.becomes('done');
  assert.match(await form.part('thanks'), /The form works/);
  assert.deepEqual(visit.requestsTo(`${stage.endpoint}/submissions`), []);
});

test('the goal is reached: it goes on from there, and can still be signed', async (t) => {
  const stage = await setStage(t, { campaign: { goal: { start: 5, offline: 4 } } });
  const visit = await stage.visit('/campaign.html');
  await counts(visit.page, '#so-far', '4 of 5 signed');
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  const words = await visit.page
    .waitForSelector('#so-far >>> [part=reached]', { visible: true })
    .then((part) => part!.evaluate((element) => (element as HTMLElement).innerText.trim()));
  assert.equal(words, 'Goal of 5 reached.');
  assert.match(
    await visit.page.$eval('#so-far >>> [part=details]', (part) => part.textContent),
    /including 4 on paper/,
  );

  const another = await stage.visit('/campaign.html', { prepare: withoutCache });
  const next = await openPledge(another);
  await counts(another.page, '#pledge', '5 of 10 signed');
  assert.match(await next.text(), /The goal is reached\. You can still sign\./);
  await next.sign({ 'First name': 'Ben', 'Email address': 'ben@example.org' });
  await next.becomes('done');
  assert.equal(stage.rows().length, 2);
});

const isChecked = (input: HTMLInputElement) => input.checked;

/** What stands in the pledge in place of its form. */
async function textOf(page: Parameters<typeof counts>[0]): Promise<string> {
  const sign = await page.waitForSelector('#pledge >>> [part=sign]', { visible: true });
  const text = await sign!.evaluate((element) => (element as HTMLElement).innerText);
  return text.replace(/\s+/g, ' ').trim();
}
