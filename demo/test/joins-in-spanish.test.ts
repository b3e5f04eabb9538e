import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './support/stage.ts';

test('somebody joins for an organization, in Spanish and with the mouse', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/es.html');
  const form = await visit.form();

  await form.click('Organización');
  await form.typeAll({
    'Nombre de la organización': 'Escuela José Martí',
    'Sitio web (opcional)': 'escuela-marti.example',
    'Su nombre': 'Íñigo',
    'Su apellido (opcional)': 'de la O',
    'Su cargo (opcional)': 'Directora',
    'Correo electrónico': 'hola@escuela-marti.example',
    'Código postal (opcional)': '95814 1234',
  });
  assert.match(await form.text(), /Usted se une en nombre de Escuela José Martí\./);
  await form.click('Puedo hablar en nombre de esta organización');
  await form.click(
    'Quiero recibir novedades e información sobre los temas y campañas más importantes para la niñez.',
  );
  await form.click('Unirme como Pro-Kid');
  await form.becomes('done');

  assert.match(await form.part('thanks'), /Hasta ahora: 0 personas y 1 organización\.$/);
  const [row, ...others] = stage.rows();
  assert.equal(others.length, 0);
  assert.equal(row!.kind, 'organization');
  assert.deepEqual(row!.submission.member, {
    kind: 'organization',
    name: 'Escuela José Martí',
    url: 'https://escuela-marti.example/',
    givenName: 'Íñigo',
    familyName: 'de la O',
    jobTitle: 'Directora',
    email: 'hola@escuela-marti.example',
    postalCode: '95814-1234',
    authorized: true,
  });
  assert.deepEqual(row!.submission.consents, [
    {
      id: 'updates',
      granted: true,
      text: 'Quiero recibir novedades e información sobre los temas y campañas más importantes para la niñez.',
      language: 'es',
    },
  ]);
  assert.equal(row!.submission.language, 'es');
  assert.equal(row!.submission.source.page, `${stage.site}/es.html`);
  assert.equal((await stage.counts()).organizations, 1);
});
