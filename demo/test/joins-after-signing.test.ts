import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JoinForm } from './support/join-form.ts';
import { openPledge, words } from './support/pledge-form.ts';
import { setStage } from './support/stage.ts';

const inside = 'pro-kid-pledge >>> pro-kid-join';

test('who has pledged can join, and types nothing again', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign.html');
  const form = await openPledge(visit);
  await form.sign({
    'First name': 'Ana',
    'Last name (optional)': 'Ruiz',
    'Email address': 'ana@example.org',
    'ZIP code (optional)': '95814',
  });
  await form.becomes('done');
  await form.click('Join as Pro-Kid');

  const join = await new JoinForm(visit.page, inside).ready();
  assert.equal(await join.value('Email address'), 'ana@example.org');
  // A consent is the visitor's to give, for each of the two.
  assert.equal(
    await (await join.control(words.en.updates)).evaluate(({ checked }) => checked),
    false,
  );
  await join.click('Join as Pro-Kid');
  await join.becomes('done');

  const [pledge, joined, ...others] = stage.rows();
  assert.equal(others.length, 0);
  assert.equal(pledge!.submission.type, 'pledge');
  assert.equal(joined!.submission.type, 'join');
  assert.notEqual(joined!.id, pledge!.id);
  assert.deepEqual(joined!.submission.member, pledge!.submission.member);
  assert.equal(joined!.submission.source.partner, 'first-steps');
  assert.equal(joined!.submission.source.campaign, 'permanent-connections');
  assert.partialDeepStrictEqual(await stage.counts(), { individuals: 1, organizations: 0 });
  assert.partialDeepStrictEqual(await stage.counts('?campaign=permanent-connections'), {
    individuals: 1,
    organizations: 0,
  });
});

test('an organization joins after its pledge, in Spanish, and confirms anew who may speak', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/campaign-es.html');
  const form = await openPledge(visit, 'es');
  await form.click('Organización');
  await form.typeAll({
    'Nombre de la organización': 'Escuela José Martí',
    'Sitio web (opcional)': 'escuela-marti.example',
    'Su nombre': 'Íñigo',
    'Su cargo (opcional)': 'Directora',
    'Correo electrónico': 'hola@escuela-marti.example',
  });
  await form.click('Puedo hablar en nombre de esta organización');
  await form.click(words.es.commitment);
  await form.click(words.es.sign);
  await form.becomes('done');
  await form.click('Unirme como Pro-Kid');

  const join = await new JoinForm(visit.page, inside).ready();
  assert.match(await join.text(), /Usted se une en nombre de Escuela José Martí\./);
  await join.click('Puedo hablar en nombre de esta organización');
  await join.click('Unirme como Pro-Kid');
  await join.becomes('done');
  const [pledge, joined] = stage.rows();
  assert.deepEqual(joined!.submission.member, pledge!.submission.member);
  assert.equal(joined!.submission.language, 'es');
});
