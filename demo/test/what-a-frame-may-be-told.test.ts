import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JoinForm } from './support/join-form.ts';
import { setStage } from './support/stage.ts';

const ana = { 'First name': 'Ana', 'Email address': 'ana@example.org' };
const CODE = /\[pro-kid\/frame-(?:option|template)\]$/;

/** What would be seen if any of it ran, loaded or was sent. */
const evil = [
  'https://evil.example/x',
  '//evil.example/x',
  '\\\\evil.example/x',
  'http://user:pass@evil.example/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.example/1',
  '<img src=//evil.example/x onerror=alert(1)>',
  '"><script src=//evil.example/x></script>',
  "';alert(1)//",
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '__proto__',
  'constructor',
  '\u0000',
  '%00%0d%0aX: y',
  'x'.repeat(5000),
];

const names = [
  ...['endpoint', 'src', 'format', 'extra', 'fields', 'privacy', 'action-href', 'definition'],
  ...['onclick', 'style', 'class', 'id', 'slot', 'is', 'href', 'innerHTML', '__proto__', 'deliver'],
];

const hashes = [
  // A name of ours with a value that none of its visitors would have.
  ...['partner', 'kind', 'lang', 'theme', 'scheme'].flatMap((name) =>
    evil.map((value) => `join&${name}=${encodeURIComponent(value)}`),
  ),
  // Names that are for the site's owner alone.
  ...names.map((name) => `join&${name}=${encodeURIComponent(evil[0]!)}`),
  ...names.map((name) => `${name}=${encodeURIComponent(evil[4]!)}`),
  // In place of a template's name.
  ...evil.map((value) => encodeURIComponent(value)),
  ...evil.map((value) => value.replaceAll('\0', '')),
];

test('an address cannot run, load or send anything, nor change where it is sent', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/frame.html', { consoleMaySay: CODE });
  const { page } = visit;
  page.on('dialog', () => assert.fail('It has run a script.'));
  await new JoinForm(page).ready();
  await page.waitForNetworkIdle({ idleTime: 100 });

  const result = await page.evaluate(async (all) => {
    const found: string[] = [];
    for (const hash of all) {
      const changed = new Promise((resolve) =>
        addEventListener('hashchange', resolve, { once: true }),
      );
      const before = location.href;
      location.hash = hash;
      if (location.href !== before) await changed;
      const [widget] = document.querySelectorAll('main > *');
      const { lang, dataset } = document.documentElement;
      found.push(
        JSON.stringify([
          widget?.localName,
          widget?.getAttributeNames().filter((name) => name !== 'defer-hydration'),
          widget?.getAttribute('endpoint'),
          document.querySelectorAll('main > *, script, img').length,
          /^(?:en|[a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i.test(lang) && { ...dataset },
        ]),
      );
    }
    return [...new Set(found)];
  }, hashes);
  assert.deepEqual(
    result.map((each) => JSON.parse(each) as unknown),
    [
      [
        'pro-kid-join',
        ['endpoint', 'privacy'],
        `${stage.endpoint}/submissions`,
        3,
        { frame: 'shown' },
      ],
      // A word that could be a theme's name is one that no style sheet has.
      [
        'pro-kid-join',
        ['endpoint', 'privacy'],
        `${stage.endpoint}/submissions`,
        3,
        { frame: 'shown', theme: 'constructor' },
      ],
    ],
  );
  const origins = new Set(visit.requests.map((request) => new URL(request.url()).origin));
  assert.deepEqual([...origins], [stage.site]);
});

for (const [title, hash] of [
  ['a stranger’s endpoint', 'join&endpoint=https%3A%2F%2Fevil.example%2F&partner=harbor-street'],
  ['a stranger’s endpoint alone', 'endpoint=https://evil.example/&partner=harbor-street'],
] as const) {
  test(`${title} in the address is left out, and told; the sign-up goes where it should`, async (t) => {
    const stage = await setStage(t);
    const visit = await stage.visit(`/frame.html?endpoint=https://evil.example/#${hash}`, {
      consoleMaySay: CODE,
    });
    const form = await new JoinForm(visit.page).ready();
    await form.typeAll(ana);
    await form.click('Join as Pro-Kid');
    await form.becomes('done');
    assert.deepEqual(
      stage.rows().map(({ partner, email }) => [partner, email]),
      [['harbor-street', 'ana@example.org']],
    );
    assert.match(visit.console.join('\n'), /^warn: frame\.js: left out of the address: "endpoint"/);
    assert.equal(visit.console.length, 1);
  });
}

test('where the address names nothing that there is, the visitor is told, and the webmaster', async (t) => {
  const stage = await setStage(t);
  const visit = await stage.visit('/frame.html#nothing&lang=es', { consoleMaySay: CODE });
  const words = await visit.page.waitForSelector('.instead [lang=es]', { visible: true });
  assert.match(
    await words!.evaluate((element) => (element as HTMLElement).innerText),
    /^Este formulario no se muestra aquí\./,
  );
  assert.match(
    visit.console.join('\n'),
    /no <template id="nothing">.*\[pro-kid\/frame-template\]$/,
  );
});
