import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samplePetition, samplePledge, sampleQuestions } from '../testing/index.ts';
import { checkFile, type LiveCounts } from './index.ts';

const NOW = Date.parse('2026-11-23T18:05:00Z');

function warningsOf(changes: object, { counts, base = samplePledge }: Options = {}) {
  const text = JSON.stringify({ ...base, ...changes }, null, 2);
  const { errors, warnings } = checkFile(text, { now: NOW, counts });
  assert.deepEqual(errors, []);
  return warnings;
}
interface Options {
  counts?: LiveCounts;
  base?: object;
}

/** All that is said, but for lines and columns. */
const said = (changes: object, options?: Options) =>
  warningsOf(changes, options).map(({ code, pointer, found, expected, remedy }) => [
    `${code} ${pointer}`,
    found,
    expected,
    remedy,
  ]);
const places = (changes: object, options?: Options) =>
  said(changes, options).map(([place]) => place);

describe('a good campaign', () => {
  it('has nothing to warn of', () => {
    assert.deepEqual(warningsOf({}), []);
    assert.deepEqual(warningsOf({}, { base: samplePetition }), []);
  });

  it('says that it is an example, a draft and in test mode', () => {
    assert.deepEqual(said({ example: true, translation: 'draft', test: true }), [
      [
        'example /example',
        'an example',
        'a campaign of your own',
        'Once all texts and figures are yours, take this key away.',
      ],
      [
        'translation-draft /translation',
        'a translation that is a draft',
        'a translation that somebody who speaks the language well has read',
        'Have it read, then take this key away.',
      ],
      [
        'test-mode /test',
        'a campaign in test mode',
        'a campaign whose signatures are sent and counted',
        'Before you go live, take this key away.',
      ],
    ]);
    assert.deepEqual(said({ example: false, test: false }), []);
  });

  it('has the place of what it warns of', () => {
    const [warning] = warningsOf({ test: true });
    const lines = JSON.stringify({ ...samplePledge, test: true }, null, 2).split('\n');
    assert.equal(lines[warning!.line - 1]!.slice(warning!.column - 1), 'true');
  });

  it('says where a language is missing, in every text that visitors read', () => {
    const plain = {
      title: { en: 'T' },
      statement: ['S'],
      commitments: [{ id: 'a', text: { es: 'C' } }],
      custom: [
        { ...sampleQuestions.choice, label: 'L', hint: 'H' },
        { type: 'several', name: 'a', label: 'L', options: [{ value: 'v', label: 'O' }] },
      ],
      consents: [{ id: 'a', text: 'C' }],
      share: { text: 'S' },
      thanks: { text: 'T' },
    };
    assert.deepEqual(
      places(plain).map((place) => place!.replace('language-missing ', '')),
      [
        ...['/title', '/statement/0', '/commitments/0/text', '/consents/0/text'],
        ...['/custom/0/label', '/custom/0/hint'],
        ...['/custom/1/label', '/custom/1/options/0/label'],
        ...['/share/text', '/thanks/text'],
      ],
    );
    assert.deepEqual(said({ title: { en: 'T' } }), [
      [
        'language-missing /title',
        'a text in "en" only',
        'a text in "en", "es", as elsewhere in this file',
        'Add the text in "es". Until then, readers get it in another language.',
      ],
    ]);
  });

  it('may have the name of whom it addresses in one language for all', () => {
    const texts = { title: { en: 'T', es: 'T' }, statement: [{ en: 'S', es: 'S' }] };
    const ask = { en: 'A', es: 'A' };
    assert.deepEqual(places({ ...texts, ask }, { base: samplePetition }), []);
    const inEnglish = { ...texts, ask, to: { en: 'The board' } };
    assert.deepEqual(places(inEnglish, { base: samplePetition }), ['language-missing /to']);
  });

  it('says what is too long to be read at a glance, and what looks like HTML', () => {
    const long = 'a'.repeat(201);
    assert.deepEqual(said({ title: { en: long.slice(0, 80), es: `<b>${long.slice(0, 78)}` } }), [
      [
        'long-text /title/es',
        '81 characters',
        'at most 80, to be read at a glance',
        'Shorten it, and move the rest into the statement.',
      ],
      [
        'markup /title/es',
        '<b>',
        'plain text; HTML is shown as it is written',
        'Write it without HTML, unless readers are to see these signs.',
      ],
    ]);
    const commitments = [{ id: 'a', text: { en: long, es: long.slice(1) } }];
    assert.deepEqual(places({ commitments }), ['long-text /commitments/0/text/en']);
  });

  it('says that it is closed, at the moment and from then on', () => {
    const opens = '2026-01-01T00:00Z';
    assert.deepEqual(said({ opens, closes: '2026-11-23T10:05:00-08:00' }), [
      [
        'closed /closes',
        '2026-11-23T10:05:00-08:00, which is past',
        'a moment that is still to come',
        'Write a later one, unless nobody is to sign any more.',
      ],
    ]);
    assert.deepEqual(said({ opens, closes: '2026-11-23T10:05:01-08:00' }), []);
  });

  it('says that it has no endpoint', () => {
    assert.deepEqual(said({ endpoint: undefined }), [
      [
        'endpoint-missing /endpoint',
        'nothing',
        'an endpoint, or one that each page names',
        'Add "endpoint" with the address that takes signatures. Without one, nobody can sign.',
      ],
    ]);
  });

  it('says which addresses others can read along at, but for those of one’s own machine', () => {
    const at = (url: string) => places({ endpoint: { url, counts: { url } } });
    assert.deepEqual(said({ endpoint: { url: 'HTTP://example.org/sign?a=http:' } }), [
      [
        'insecure /endpoint/url',
        'HTTP://example.org/sign?a=http:',
        'an address that starts with https://, so that nobody else can read along',
        'Write "https://example.org/sign?a=http:", and see that it answers.',
      ],
    ]);
    assert.equal(at('http://localhost.example.org/').length, 2);
    assert.equal(at('http://192.168.1.1/').length, 2);
    for (const host of ['localhost:8080', 'a.localhost', '127.0.0.1', '127.1.2.3:1', '[::1]']) {
      assert.deepEqual(at(`http://${host}/`), [], host);
    }
  });

  it('says that its format cannot count those who are too young', () => {
    const inFormat = (endpoint: object) =>
      said({ endpoint: { ...samplePledge.endpoint, ...endpoint } });
    const [expected, remedy] = [
      'a format that can count somebody without a name: "json" or "json-simple"',
      'Take this key away, or use such a format. As it is, nobody under age is counted.',
    ];
    assert.deepEqual(inFormat({ format: 'hubspot' }), [
      ['anonymous-format /privacy/countYounger', 'the format "hubspot"', expected, remedy],
    ]);
    assert.deepEqual(inFormat({ format: 'json', fields: { email: 'mail' } }), [
      [
        'anonymous-format /privacy/countYounger',
        'the format "json" with fields of its own',
        expected,
        remedy,
      ],
    ]);
    assert.deepEqual(inFormat({ format: undefined }), []);
    assert.deepEqual(inFormat({ format: 'json-simple' }), []);
    const { privacy } = samplePledge;
    const endpoint = { ...samplePledge.endpoint, format: 'form' };
    assert.deepEqual(said({ endpoint, privacy: { ...privacy, countYounger: false } }), []);
  });

  it('says that it has no privacy notice', () => {
    const warning = [
      'privacy-missing /privacy/url',
      'nothing',
      'a link to your privacy notice, or one that each page names',
      'Add "privacy" with the "url" of your notice. Many laws ask for one.',
    ];
    assert.deepEqual(said({ privacy: undefined }), [warning]);
    assert.deepEqual(said({ privacy: { minimumAge: 13 } }), [warning]);
  });
});

describe('the goal of a good campaign', () => {
  const remedy = 'Add a larger step. Without one, the form goes on in steps of its own.';
  const ahead = 'a goal that is still ahead';

  it('is warned of where those who signed on paper have reached the last one', () => {
    assert.deepEqual(said({ goal: { start: 100, offline: 100 } }), [
      ['goal-reached /goal/start', 'a last goal of 100, where 100 have signed', ahead, remedy],
    ]);
    assert.deepEqual(said({ goal: { start: 100, steps: [500, 1000], offline: 12_000 } }), [
      [
        'goal-reached /goal/steps/1',
        'a last goal of 1,000, where 12,000 have signed',
        ahead,
        remedy,
      ],
    ]);
  });

  it('is fine where there is a larger step, or none at all', () => {
    assert.deepEqual(said({ goal: { start: 100, steps: [500], offline: 499 } }), []);
    assert.deepEqual(said({ goal: { offline: 499 } }), []);
  });

  it('is compared with those who signed online and on paper, where both are known', () => {
    const goal = { start: 100, offline: 40 };
    assert.deepEqual(said({ goal }, { counts: { signed: 59 } }), []);
    assert.deepEqual(said({ goal }, { counts: { signed: 60 } }), [
      ['goal-reached /goal/start', 'a last goal of 100, where 100 have signed', ahead, remedy],
    ]);
  });

  it('is said not to be compared, where nobody knows', () => {
    const counts = { reason: 'status 404' };
    const [expected, todo] = [
      'counts of how many have signed',
      'Open the address in a browser, and compare its figures with the goal.',
    ];
    assert.deepEqual(said({}, { counts }), [
      ['counts-unread /endpoint/counts/url', 'no counts: status 404', expected, todo],
    ]);
    const endpoint = { url: 'https://example.org/' };
    assert.deepEqual(places({ endpoint }, { counts }), ['counts-unread /endpoint/counts']);
  });
});

describe('the colors of a good campaign', () => {
  it('are warned of where they cannot be read, in the order of the file', () => {
    const theme = { accent: '#777777', onAccent: '#ffffff', ink: '#808080', paper: '#000000' };
    const expected = 'a contrast of at least 4.5:1, so that everyone can read it';
    assert.deepEqual(said({ theme }), [
      [
        'contrast /theme/onAccent',
        '"onAccent" #ffffff on "accent" #777777: 4.47:1',
        expected,
        'Make "onAccent" darker or lighter, or "accent".',
      ],
    ]);
  });

  it('are compared with the form’s own, where the file does not name both', () => {
    assert.deepEqual(places({ theme: { accent: '#ffd60a' } }), [
      'contrast /theme/accent',
      'contrast /theme/accent',
    ]);
    assert.deepEqual(places({ theme: { paper: '#1c2333' } }), [
      'contrast /theme/paper',
      'contrast /theme/paper',
    ]);
    assert.deepEqual(places({ theme: { onAccent: '#fffdf8' } }), []);
  });

  it('are fine from 4.5:1 on', () => {
    assert.deepEqual(places({ theme: { ink: '#767676', paper: '#ffffff' } }), []);
    assert.deepEqual(places({ theme: { ink: '#777777', paper: '#ffffff' } }), [
      'contrast /theme/ink',
    ]);
  });
});
