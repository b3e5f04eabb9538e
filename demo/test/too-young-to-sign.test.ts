import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPledge, thePledge, words } from './support/pledge-form.ts';
import { setStage, type Stage } from './support/stage.ts';
import type { Visit } from './support/visit.ts';

const campaign = '?campaign=permanent-connections';
const countMe = 'Count me without my name';
const tooYoung = new Date().getFullYear() - 12;

async function visitTooYoung(stage: Stage) {
  const visit = await stage.visit('/campaign.html');
  const form = await thePledge(visit);
  await form.sayBirthYear(tooYoung);
  await form.control(countMe);
  return { visit, form };
}

/** What was sent, or asked of the receiver before sending; not what it says of counts. */
const sent = (visit: Visit, { endpoint }: Stage) => visit.requestsTo(`${endpoint}/submissions`);

test('the year of birth is asked first, without a hint at what it is for', async (t) => {
  const stage = await setStage(t);
  const form = await thePledge(await stage.visit('/campaign.html'));
  assert.equal(await form.value(words.en.birthYear), '');
  assert.equal(await form.has('commitments'), false);
  assert.doesNotMatch(await form.part('sign'), /13|age|old|young/i);

  await form.sayBirthYear(19);
  assert.equal(
    await form.part('age'),
    'What year were you born? Enter the year you were born, with 4 digits Continue',
  );
});

test('somebody too young is thanked, and nothing is sent or kept of them', async (t) => {
  const stage = await setStage(t);
  const { visit, form } = await visitTooYoung(stage);
  assert.match(await form.part('sign'), /Thank you for caring You are too young to sign here/);
  const fields = await visit.page.$$('pro-kid-pledge >>> :is(input, textarea)');
  assert.equal(fields.length, 0);
  await visit.page.$eval('pro-kid-pledge', (pledge) => (pledge as { reset?(): void }).reset?.());
  assert.match(await form.part('sign'), /You are too young to sign here/);

  assert.deepEqual(sent(visit, stage), []);
  assert.deepEqual(stage.rows(), []);
  const kept = await visit.page.evaluate(() => ({
    session: { ...sessionStorage },
    local: { ...localStorage },
    cookie: document.cookie,
  }));
  // That, and not the year: going back must not open the question again.
  assert.deepEqual(kept, {
    session: { 'pro-kid-younger:permanent-connections': '1' },
    local: {},
    cookie: '',
  });
});

test('neither Back nor a reload opens the question again in that tab', async (t) => {
  const stage = await setStage(t);
  const { visit, form } = await visitTooYoung(stage);
  const { page } = visit;
  await page.reload();
  await form.control(countMe);
  await page.goto(`${stage.site}/privacy.html`);
  await page.goBack();
  await form.control(countMe);
  await page.goto(`${stage.site}/campaign-es.html`);
  await form.control('Contarme sin mi nombre');
  assert.deepEqual(sent(visit, stage), []);

  // Another tab may be another person's.
  await openPledge(await stage.visit('/campaign.html'));
});

test('who is counted without a name sends nothing of themselves, and counts', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html?utm_source=news&email=x');
  const form = await thePledge(visit);
  await form.sayBirthYear(tooYoung);
  await form.click(countMe);
  await form.becomes('done');
  assert.match(await form.part('thanks'), /You are counted\. One was added/);
  assert.doesNotMatch(await form.text(), /Join the movement/);

  const [row] = stage.rows();
  const { id, submittedAt, ...rest } = row!.submission;
  assert.match(id, /^[\da-f-]{36}$/);
  assert.ok(Date.parse(submittedAt) > 0);
  const { widgetVersion } = rest.source;
  assert.deepEqual(rest, {
    version: 1,
    type: 'pledge',
    member: { kind: 'anonymous' },
    pledge: { commitments: [], showName: false },
    consents: [],
    source: {
      campaign: 'permanent-connections',
      partner: 'first-steps',
      widget: 'pro-kid-pledge',
      widgetVersion,
    },
    language: 'en',
  });
  assert.partialDeepStrictEqual(await stage.counts(campaign), { individuals: 1, organizations: 0 });
});

test('a campaign that does not count the younger offers nothing to send', async (t) => {
  const stage = await setStage(t, { campaign: { privacy: { minimumAge: 16 } } });
  const visit = await stage.visit('/campaign.html');
  const form = await thePledge(visit);
  await form.sayBirthYear(new Date().getFullYear() - 15);
  assert.match(await form.part('stage'), /You are too young to sign here/);
  const buttons = await visit.page.$$('pro-kid-pledge >>> [part=sign] button');
  assert.equal(buttons.length, 0);
  await visit.page.$eval('pro-kid-pledge', (pledge) =>
    (pledge as unknown as { submit(): Promise<void> }).submit(),
  );
  assert.deepEqual(sent(visit, stage), []);
});
