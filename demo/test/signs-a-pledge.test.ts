import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WIDGETS } from '../server/widget-files.ts';
import { JoinForm } from './support/join-form.ts';
import { ana, counts, openPledge, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const campaign = 'permanent-connections';

test('somebody pledges, answers a question, comments, and shows their name', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  const { page } = visit;
  await counts(page, '#so-far', '0 of 100 signed');
  const form = await openPledge(visit);
  await form.click(words.en.commitment);
  await form.click('I want children prioritized in state policymaking.');
  await form.typeAll({ ...ana, 'ZIP code (optional)': '95814' });
  await form.click('[Placeholder] Second option');
  await form.type('Comment (optional)', 'For every kid.');
  await form.click('Show my name in public');
  await form.click(words.en.updates);
  await form.click(words.en.sign);
  await form.becomes('done');

  assert.match(await form.part('thanks'), /Thank you! You have signed\. .* stored and counted\./);
  await counts(page, '#so-far', '1 of 100 signed');
  await counts(page, '#pledge', '1 of 100 signed');
  const [row, ...others] = stage.rows();
  assert.equal(others.length, 0);
  const { version, type, member, pledge, answers, consents, language } = row!.submission;
  assert.deepEqual(
    { version, type, member, pledge, answers, consents, language },
    {
      version: 1,
      type: 'pledge',
      member: {
        kind: 'individual',
        givenName: 'Ana',
        email: 'ana@example.org',
        postalCode: '95814',
      },
      pledge: {
        commitments: ['policies-and-services', 'children-prioritized'],
        comment: 'For every kid.',
        showName: true,
      },
      answers: { placeholder: 'second' },
      consents: [{ id: 'updates', granted: true, text: words.en.updates, language: 'en' }],
      language: 'en',
    },
  );
  assert.partialDeepStrictEqual(row!.submission.source, {
    campaign,
    partner: 'first-steps',
    page: `${stage.site}/campaign.html`,
    widget: 'pro-kid-pledge',
  });
});

test('an organization pledges in Spanish, by keyboard where it is typed', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign-es.html');
  const form = await openPledge(visit, 'es');
  await form.click('Organización');
  await form.typeAll({
    'Nombre de la organización': 'Escuela José Martí',
    'Su nombre': 'Íñigo',
    'Correo electrónico': 'hola@escuela-marti.example',
    'Comentario (opcional)': 'Por la niñez.',
  });
  await form.click(words.es.commitment);
  await form.click('[Marcador de posición] Primera opción');
  await form.click('Puedo hablar en nombre de esta organización');
  assert.match(await form.text(), /Usted se compromete en nombre de Escuela José Martí\./);
  await form.click(words.es.updates);
  await form.click(words.es.sign);
  await form.becomes('done');

  assert.match(await form.part('thanks'), /¡Gracias! Ya firmó\./);
  await counts(visit.page, '#so-far', '1 firma de 100');
  const [row] = stage.rows();
  const { member, pledge, answers, consents, language, source } = row!.submission;
  assert.deepEqual(
    { member, pledge, answers, consents, language },
    {
      member: {
        kind: 'organization',
        name: 'Escuela José Martí',
        givenName: 'Íñigo',
        email: 'hola@escuela-marti.example',
        authorized: true,
      },
      pledge: {
        commitments: ['policies-and-services'],
        comment: 'Por la niñez.',
        showName: false,
      },
      answers: { placeholder: 'first' },
      consents: [{ id: 'updates', granted: true, text: words.es.updates, language: 'es' }],
      language: 'es',
    },
  );
  assert.equal(source.page, `${stage.site}/campaign-es.html`);
  assert.partialDeepStrictEqual(await stage.counts(`?campaign=${campaign}`), {
    individuals: 0,
    organizations: 1,
  });
});

test('an organization pledges in English, and a person in Spanish', async (t) => {
  const stage = await setStage(t);
  const english = await openPledge(await stage.visit('/campaign.html'));
  await english.click('Organization');
  await english.click('I may speak for this organization');
  await english.sign({
    'Organization name': 'Anytown Library',
    'Your first name': 'Ben',
    'Email address': 'ben@library.example',
  });
  await english.becomes('done');

  const visit = await stage.visit('/campaign-es.html');
  const spanish = await openPledge(visit, 'es');
  await spanish.click(words.es.commitment);
  await spanish.typeAll({ Nombre: 'Ana', 'Correo electrónico': 'ana@example.org' });
  await spanish.click(words.es.sign);
  await spanish.becomes('done');
  await counts(visit.page, '#so-far', '2 firmas de 100');

  assert.deepEqual(
    stage
      .rows()
      .map(({ kind, submission }) => [
        kind,
        submission.language,
        submission.consents.map(({ granted, text }) => ({ granted, text })),
      ]),
    [
      ['organization', 'en', [{ granted: false, text: words.en.updates }]],
      ['individual', 'es', [{ granted: false, text: words.es.updates }]],
    ],
  );
});

test('what is missing is named at its place, and nothing is sent', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  const form = await openPledge(visit);
  await form.type('First name', 'Ana');
  await form.click(words.en.sign);
  const summary = await form.part('summary');
  assert.match(summary, /Tick this box to sign: I support policies encouraging permanency/);
  assert.match(summary, /Enter your email address/);
  assert.equal((await form.described(words.en.commitment)).invalid, true);
  assert.deepEqual(visit.requestsTo(`${stage.endpoint}/submissions`), []);

  await form.click(words.en.commitment);
  await form.type('Email address', 'ana@example.org');
  await form.click(words.en.sign);
  await form.becomes('done');
  assert.equal(stage.rows().length, 1);
});

test('a petition from npm is signed, and its events say nothing of who signed', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/petition.html');
  const form = await new JoinForm(visit.page, 'pro-kid-petition').ready();
  await form.typeAll({
    ...ana,
    'ZIP code': '95814',
    'Sample question: your own story (optional)': 'Puddles.',
    'Why are you signing? (optional)': 'For more puddles.',
  });
  await form.click('Weekdays');
  await form.click('Weekends');
  await form.click('Sample question: I can help');
  await form.click('Sample text: write to me about this petition.');
  await form.click('Sign the petition');
  await form.becomes('done');
  assert.match(await form.part('thanks'), /This is sample text\. Say here how it goes on\./);
  await counts(visit.page, 'pro-kid-petition', '1 of 50 signed');

  const [row] = stage.rows();
  const { type, petition, answers, consents, source } = row!.submission;
  assert.deepEqual(
    { type, petition, answers, consents },
    {
      type: 'petition',
      petition: { comment: 'For more puddles.', showName: false },
      answers: { story: 'Puddles.', days: 'weekdays, weekends', volunteer: 'yes' },
      consents: [
        {
          id: 'sample',
          granted: true,
          text: 'Sample text: write to me about this petition.',
          language: 'en',
        },
      ],
    },
  );
  assert.equal(source.campaign, 'example-petition');
  const lines = await visit.page.$$eval('#log li', (items) => items.map((item) => item.innerText));
  assert.deepEqual(lines, [
    'pro-kid-ready',
    'pro-kid-submit individual',
    'pro-kid-delivered individual confirmed 1 so far',
  ]);
  assert.deepEqual(visit.requestsTo(stage.site + WIDGETS), []);
});

test('the action of a fact card leads to the pledge', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  await openPledge(visit);
  await visit.page.$eval('#deck', (deck) => deck.scrollIntoView());
  const action = await visit.page.waitForSelector(
    '#deck pro-kid-fact-card:first-of-type >>> [part=action]',
    {
      visible: true,
    },
  );
  await action!.click();
  await visit.page.waitForFunction(() => {
    const { top } = document.querySelector('#pledge')!.getBoundingClientRect();
    return top > -1 && top < innerHeight / 2;
  });
  assert.equal(await visit.page.evaluate(() => document.activeElement?.id), 'pledge');
});

test('all that stands in a campaign has its colors', async (t) => {
  const stage = await setStage(t, { campaign: { theme: { accent: '#00629b' } } });
  const visit = await stage.visit('/campaign.html');
  const form = await openPledge(visit);
  await form.sign();
  await form.becomes('done');
  await form.click('Join as Pro-Kid');
  const inside = {
    'pro-kid-share': '[part=copy]',
    'pro-kid-join': '[type=submit]',
  };
  for (const [element, button] of Object.entries(inside)) {
    const selector = `#pledge >>> ${element} >>> ${button}`;
    const shown = await visit.page.waitForSelector(selector, { visible: true });
    const color = await shown!.evaluate((each) => getComputedStyle(each).backgroundColor);
    assert.equal(color, 'rgb(0, 98, 155)', element);
  }
});
