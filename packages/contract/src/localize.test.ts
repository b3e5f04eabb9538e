import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { localize, type LocalizedText } from './localize.ts';

const text: LocalizedText = {
  fr: 'enfants',
  en: 'children',
  es: 'niños',
  'es-MX': 'niñas y niños',
};

describe('a text in several languages', () => {
  const cases: [wanted: string, language: string][] = [
    ['es', 'es'],
    ['es-MX', 'es-MX'],
    ['es-US', 'es'],
    ['ES', 'es'],
    ['es-mx', 'es-MX'],
    ['de', 'en'],
    ['', 'en'],
  ];
  for (const [wanted, language] of cases) {
    it(`is in "${language}" for "${wanted}"`, () => {
      assert.deepEqual(localize(text, wanted), { text: text[language as never], language });
    });
  }

  it('is the first one where neither the wanted language nor English is there', () => {
    const { fr, es } = { fr: 'enfants', es: 'niños' };
    assert.deepEqual(localize({ fr, es }, 'de'), { text: fr, language: 'fr' });
  });

  it('has no language where it is plain', () => {
    assert.deepEqual(localize('children', 'es'), { text: 'children', language: '' });
  });

  it('is empty where there is none', () => {
    assert.deepEqual(localize({}, 'es'), { text: '', language: '' });
  });

  it('is found without any library, since every card finds its texts so', () => {
    const source = readFileSync(new URL('localize.ts', import.meta.url), 'utf8');
    assert.doesNotMatch(source, /\b(import|from)\b *[('"]/);
  });

  it('is never a part of an object’s prototype', () => {
    for (const wanted of ['constructor', '__proto__', 'toString', 'valueOf-x']) {
      assert.deepEqual(localize(text, wanted), { text: 'children', language: 'en' });
      assert.deepEqual(localize({}, wanted), { text: '', language: '' });
    }
  });
});
