import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setStage } from './support/stage.ts';

test('a person joins with the keyboard alone', async (t) => {
  const stage = await setStage(t);
  const before = await stage.counts();
  const visit = await stage.visit('/?utm_source=newsletter&email=somebody%40example.org');
  const form = await visit.form();
  const said = await form.listen();
  const { keyboard } = visit.page;

  await visit.press('Tab');
  assert.equal(await visit.focused(), 'link "Skip to the content"');
  await visit.press('Enter', 'Tab');
  assert.equal(await visit.focused(), 'link "Join as Pro-Kid"');
  await visit.press('Enter', 'Tab');
  assert.equal(await visit.focused(), 'radio "Individual"');

  await visit.press('ArrowRight');
  assert.equal(await visit.focused(), 'radio "Organization"');
  await visit.press('ArrowLeft', 'Tab', 'Space', 'Tab');
  await keyboard.type('Zoë');
  await visit.press('Tab');
  await keyboard.type("Núñez O'Brien");
  await visit.press('Tab');
  await keyboard.type('Zoe+kids@Example.org');
  await visit.press('Tab');
  await keyboard.type('00501');
  await visit.press('Tab');
  assert.equal(
    await visit.focused(),
    'checkbox "Send me updates and information about key kids\' issues and campaigns."',
  );
  await visit.press('Space', 'Tab');
  assert.equal(await visit.focused(), 'button "Join as Pro-Kid"');
  await visit.press('Enter');
  await form.becomes('done');

  assert.match(await form.part('thanks'), /^Thank you! You are in\./);
  assert.match(await form.part('thanks'), /So far: 1 person and 0 organizations\.$/);
  const thanksHasFocus = await visit.page.$eval('pro-kid-join', ({ shadowRoot }) =>
    shadowRoot?.activeElement?.matches('[part=thanks]'),
  );
  assert.equal(thanksHasFocus, true);
  assert.deepEqual(await said(), [
    'The form now asks about your organization too.',
    'The form now asks for you as a person.',
    'Sending…',
    'Done.',
  ]);

  const [row, ...others] = stage.rows();
  assert.equal(others.length, 0);
  const { id, submittedAt, source, ...rest } = row!.submission;
  assert.deepEqual(rest, {
    version: 1,
    type: 'join',
    member: {
      kind: 'individual',
      givenName: 'Zoë',
      familyName: "Núñez O'Brien",
      email: 'Zoe+kids@Example.org',
      postalCode: '00501',
    },
    consents: [
      {
        id: 'updates',
        granted: true,
        text: "Send me updates and information about key kids' issues and campaigns.",
        language: 'en',
      },
    ],
    language: 'en',
  });
  assert.equal(row!.id, id);
  assert.match(id, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.ok(Math.abs(Date.now() - Date.parse(submittedAt)) < 60_000);
  assert.equal(source.page, `${stage.site}/`);
  assert.equal(source.partner, 'first-steps');
  assert.equal(source.widget, 'pro-kid-join');
  assert.deepEqual(source.utm, { source: 'newsletter' });

  const after = await stage.counts();
  assert.equal(after.individuals, before.individuals + 1);
  assert.equal(after.organizations, before.organizations);
});
