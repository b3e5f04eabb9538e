import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WIDGETS } from '../server/widget-files.ts';
import { setStage } from './support/stage.ts';

test('two forms on a page stand alone, one of them added later by a script', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/loader.html');
  const first = await visit.form('#first');
  await first.typeAll({ 'First name': 'Ana', 'Email address': 'ana@' });
  await first.click('Join as Pro-Kid');
  assert.match(await first.part('summary'), /Enter an email address with an @ sign/);

  await visit.page.click('#add');
  const second = await visit.form('#second');
  assert.equal(await second.has('summary'), false);
  assert.equal(await second.has('kinds'), false);
  await second.typeAll({
    'Organization name': 'Anytown Library',
    'Your first name': 'Ben',
    'Email address': 'ben@library.example',
  });
  await second.click('I may speak for this organization');
  assert.equal(await first.value('Email address'), 'ana@');

  await second.click('Join as Pro-Kid');
  await second.becomes('done');
  assert.match(await first.part('summary'), /Enter an email address with an @ sign/);
  assert.equal(await first.is('idle'), true);

  await first.type('Email address', 'ana@example.org');
  await first.click('Join as Pro-Kid');
  await first.becomes('done');
  assert.match(await first.part('thanks'), /So far: 1 person and 1 organization\./);
  assert.match(await second.part('thanks'), /So far: 0 people and 1 organization\./);

  const rows = stage.rows();
  assert.deepEqual(
    rows.map(({ kind, email }) => ({ kind, email })),
    [
      { kind: 'organization', email: 'ben@library.example' },
      { kind: 'individual', email: 'ana@example.org' },
    ],
  );
  assert.notEqual(rows[0]!.id, rows[1]!.id);
});

test('the loader brings the code of the form alone, and each file once', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/loader.html');
  await visit.form('#first');
  await visit.page.click('#add');
  const second = await visit.form('#second');
  await second.click('Join as Pro-Kid');
  await second.part('summary');

  const files = visit.requestsTo(stage.site + WIDGETS);
  const names = files.map((file) => file.replace(/-[\w-]{8}\.js$/, '.js'));
  // What the page names comes at once; the engine follows.
  assert.deepEqual(names.slice(0, 4).toSorted(), ['form.js', 'join.js', 'loader.js', 'shared.js']);
  assert.equal(new Set(names).size, names.length);
  assert.deepEqual(
    names.filter((name) => /campaign|pledge|petition|fact|progress|share-/.test(name)),
    [],
  );
});
