import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { elementLines, scriptLines, snippet, SnippetError } from '@pro-kid/embed/snippet.js';
import type { DeliveryManifest, SnippetOptions } from '@pro-kid/embed/snippet.js';

const file = (name: string) => ({ bytes: 1, integrity: `sha384-${name}` });
const manifest: DeliveryManifest = {
  version: '1.0.0',
  files: {
    'bundle.js': file('bundle'),
    'form-a.js': file('form'),
    'join-b.js': file('part'),
    'join.js': file('join'),
    'languages/join.es.js': file('spanish'),
    'loader.js': file('loader'),
  },
  widgets: { 'pro-kid-join': { standalone: 'join.js', preload: ['form-a.js', 'join-b.js'] } },
};
const usual: SnippetOptions = {
  element: 'pro-kid-join',
  way: 'standalone',
  base: 'https://kids.example/pro-kid/1.0.0/',
  manifest,
  attributes: { endpoint: 'https://sign-up.example/submissions', partner: 'first-steps' },
  fallback: ['It is not here. ', { text: 'Write to us', href: 'mailto:hello@kids.example' }, '.'],
};
const at = 'https://kids.example/pro-kid/1.0.0';

describe('a snippet', () => {
  test('is the script, and the element in a place with room for it', () => {
    const [script, place, ...rest] = snippet(usual).split('\n');
    assert.equal(
      script,
      `<script type="module" src="${at}/join.js" integrity="sha384-join" crossorigin="anonymous"></script>`,
    );
    assert.match(place!, /^<div style="container-type: inline-size; /);
    assert.equal(rest[0], '  <pro-kid-join');
    assert.equal(rest[1], '    endpoint="https://sign-up.example/submissions"');
    assert.match(rest[3]!, /^ {4}style="display: flow-root; min-height: max\(/);
    assert.deepEqual(rest.slice(-4), [
      '  >',
      '    <p>It is not here. <a href="mailto:hello@kids.example">Write to us</a>.</p>',
      '  </pro-kid-join>',
      '</div>',
    ]);
  });

  test('names what the loader loads, so that it comes at once and is checked', () => {
    assert.deepEqual(scriptLines({ ...usual, way: 'loader' }), [
      `<script type="module" src="${at}/loader.js" integrity="sha384-loader" crossorigin="anonymous"></script>`,
      `<link rel="modulepreload" href="${at}/form-a.js" integrity="sha384-form" crossorigin="anonymous">`,
      `<link rel="modulepreload" href="${at}/join-b.js" integrity="sha384-part" crossorigin="anonymous">`,
    ]);
    assert.match(scriptLines({ ...usual, way: 'bundle' }).join(), /^<script [^>]*\/bundle\.js"/);
  });

  test('names the words of another language, and reserves the room that these need', () => {
    const spanish = [
      snippet({ ...usual, language: 'es' }),
      snippet({ ...usual, language: 'es-MX' }),
      snippet({ ...usual, attributes: { ...usual.attributes, lang: 'es' } }),
    ];
    for (const text of spanish) {
      assert.match(
        text,
        /modulepreload" href="[^"]+\/languages\/join\.es\.js" integrity="sha384-s/,
      );
      assert.ok(!text.includes(elementLines(usual).find((line) => line.includes('style="dis'))!));
    }
    assert.equal(snippet({ ...usual, language: 'fr' }), snippet(usual));
  });

  test('is the same without checksums, where none are wanted', () => {
    const [script] = scriptLines({ ...usual, integrity: false, base: '/pro-kid/1.0.0' });
    assert.equal(script, '<script type="module" src="/pro-kid/1.0.0/join.js"></script>');
  });

  test('prints flags without a value, and leaves out what is false', () => {
    const text = snippet({ ...usual, attributes: { 'postal-code': true, open: false } });
    assert.match(text, /<pro-kid-join\n {4}postal-code\n {4}style=/);
  });
});

test('whatever is in a text, it stays a text, in one line', () => {
  const evil = `"><script>alert('1')</script>\n\r<!-- & [gallery] -->`;
  const text = snippet({
    ...usual,
    attributes: { partner: evil },
    fallback: [evil, { text: evil, href: '/a?b="&c=<' }],
  });
  assert.equal(text.match(/<script/g)!.length, 1);
  assert.doesNotMatch(text, /<!--|alert\('1'\)<|\r|\n\n/);
  assert.match(text, /partner="&quot;&gt;&lt;script&gt;/);
  assert.match(text, /&#10;&#13;&lt;!-- &amp; \[gallery\] --&gt;"/);
  assert.match(text, /href="\/a\?b=&quot;&amp;c=&lt;"/);
  assert.match(text, /&amp; &#91;gallery] --&gt;<\/a>/);
});

describe('an address', () => {
  const good = [
    'https://a.example/b',
    'http://localhost:4321/b',
    'http://127.0.0.1/',
    '/b',
    './b',
    '#b',
  ];
  const bad = [
    '',
    'http://a.example/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://a.example',
    'data:text/html,a',
    '//a.example/',
    '\\\\a.example',
    '/\\a.example',
    'https://user:word@a.example/',
    'https://',
    'blob:https://a.example/1',
  ];
  for (const address of good) {
    test(`may be ${address}`, () => {
      assert.ok(snippet({ ...usual, attributes: { privacy: address } }).includes(`"${address}"`));
    });
  }
  for (const address of bad) {
    test(`may not be ${JSON.stringify(address)}, wherever it stands`, () => {
      const ways: Partial<SnippetOptions>[] = [
        { base: address },
        { fallback: [{ text: 'a', href: address }] },
        ...['endpoint', 'src', 'privacy', 'url', 'counts', 'action-href', 'hosted-page'].map(
          (name) => ({ attributes: { [name]: address } }),
        ),
      ];
      for (const way of ways) assert.throws(() => snippet({ ...usual, ...way }), SnippetError);
    });
  }

  test('of mail and telephone is for links alone', () => {
    const href = 'tel:+19165550100';
    assert.ok(snippet({ ...usual, fallback: [{ text: 'Call', href }] }).includes(href));
    assert.throws(() => snippet({ ...usual, attributes: { endpoint: href } }), SnippetError);
  });
});

describe('what cannot be printed is said', () => {
  const faults: [string, Partial<SnippetOptions>, RegExp][] = [
    [
      'another element',
      { element: 'pro-kid-joint' },
      /"pro-kid-joint" is no widget.*pro-kid-join\./,
    ],
    ['what every object has', { element: 'constructor' }, /no widget/],
    ['a folder with a query', { base: '/pro-kid/?a' }, /not the address of a folder/],
    ['a handler', { attributes: { onclick: 'alert(1)' } }, /"onclick" cannot be one/],
    ['a style', { attributes: { style: 'color: red' } }, /"style" cannot be one/],
    ['a broken name', { attributes: { 'a b': '1' } }, /"a b" cannot be one/],
    [
      'a list that is not of these files',
      { manifest: { ...manifest, files: {} } },
      /it has no file "join\.js"/,
    ],
  ];
  for (const [name, change, message] of faults) {
    test(name, () => {
      assert.throws(() => snippet({ ...usual, ...change }), { name: 'SnippetError', message });
    });
  }
});
