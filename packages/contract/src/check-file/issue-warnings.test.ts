import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleIssue } from '../testing/index.ts';
import { checkFile } from './index.ts';

const [ratio, single] = sampleIssue.facts;
/** Without anything to warn of. */
const good = { ...sampleIssue, facts: [ratio, single] };

function warningsOf(changes: object) {
  const { errors, warnings } = checkFile(JSON.stringify({ ...good, ...changes }, null, 2));
  assert.deepEqual(errors, []);
  return warnings;
}
const places = (changes: object) => warningsOf(changes).map(({ code, pointer }) => [code, pointer]);

describe('a good issue', () => {
  it('has nothing to warn of', () => assert.deepEqual(warningsOf({}), []));

  it('says that its translation is a draft', () => {
    const [warning] = warningsOf({ translation: 'draft' });
    assert.equal(warning?.code, 'translation-draft');
    assert.equal(warning.line, JSON.stringify({ ...good }, null, 2).split('\n').length);
    assert.match(warning.remedy, /^Have it read/);
  });

  it('says that it is an example', () => {
    assert.deepEqual(places({ example: true }), [['example', '/example']]);
    assert.deepEqual(places({ example: false }), []);
  });

  it('says once which facts have no source', () => {
    const facts = [ratio, { ...ratio, source: null }, { ...single, source: null }];
    const [warning, ...others] = warningsOf({ facts });
    assert.deepEqual(others, []);
    assert.deepEqual([warning?.code, warning?.pointer], ['source-missing', '/facts/1/source']);
    assert.match(warning!.found, /^2 of 3 facts/);
  });

  it('says where a language is missing', () => {
    const changes = {
      summary: { en: 'Only English' },
      agenda: [{ en: 'One', es: 'Uno' }, 'Without a language'],
      background: [{ fr: 'Une' }],
    };
    const found = warningsOf(changes).filter(({ pointer }) => /summary|agenda|backg/.test(pointer));
    assert.deepEqual(
      found.map(({ code, pointer, remedy }) => [code, pointer, /"(.*)"/.exec(remedy)?.[1]]),
      [
        ['language-missing', '/summary', 'es", "fr'],
        ['language-missing', '/agenda/0', 'fr'],
        ['language-missing', '/agenda/1', 'en", "es", "fr'],
        ['language-missing', '/background/0', 'en", "es'],
      ],
    );
  });

  it('may have the name of a source in one language for all', () => {
    const facts = [{ ...ratio, source: { name: 'Name' } }];
    assert.deepEqual(places({ facts }), []);
    const inEnglish = [{ ...ratio, source: { name: { en: 'Name' } } }];
    assert.deepEqual(places({ facts: inEnglish }), [['language-missing', '/facts/0/source/name']]);
  });

  it('is in one language throughout, if it says none', () => {
    const facts = [{ ...single, unit: 'samples', text: '{figure} samples', source: { name: 'S' } }];
    assert.deepEqual(places({ title: 'T', summary: 'S', agenda: ['A'], facts }), []);
  });

  it('says what is too long to be read at a glance', () => {
    const facts = [{ ...ratio, text: { en: `{figure} ${'a'.repeat(200)}`, es: '{figure}' } }];
    assert.deepEqual(places({ title: { en: 'a'.repeat(81), es: 'a'.repeat(80) }, facts }), [
      ['long-text', '/title/en'],
      ['long-text', '/facts/0/text/en'],
    ]);
  });

  it('says where it holds HTML, which cards show as it is written', () => {
    const agenda = [
      { en: 'Do <b>this</b>', es: 'Haga &quot;esto&quot;' },
      { en: '5 < 6 & 7 > 3', es: 'a<5' },
    ];
    assert.deepEqual(places({ agenda }), [
      ['markup', '/agenda/0/en'],
      ['markup', '/agenda/0/es'],
    ]);
    assert.equal(warningsOf({ agenda })[0]?.found, '<b>');
  });
});
