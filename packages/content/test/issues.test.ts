import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, issue, type Issue } from '@pro-kid/contract';
import { paragraphsOf, read, textsIn, textsOf } from './content-files.ts';

function issueIn(file: string): Issue {
  const verdict = check(issue, JSON.parse(read(file)));
  assert.ok(verdict.valid, file);
  return verdict.value;
}

describe('the issue of the movement', () => {
  const { title, facts, translation, ...words } = issueIn('issues/permanent-connections.json');
  const [heading, ...lines] = paragraphsOf('source/permanent-connections.en.txt');
  const paragraphs = lines.filter((line) => line.endsWith('.'));
  const english = textsOf(words, 'en');

  it('has its title', () => assert.equal((title as Record<string, string>)['en'], heading));

  const sentences = paragraphs.flatMap((text) => text.split(/(?<=\.) /));
  it('is made of all sentences', () => assert.equal(sentences.length, 14));
  for (const sentence of sentences) {
    it(`says to the letter: ${sentence.slice(0, 60)}`, () => {
      assert.ok(english.some((text) => text.includes(sentence)));
    });
  }

  it('says nothing but that, and in its order', () => {
    const [background, rest] = [paragraphs.slice(0, 2), paragraphs.slice(2)];
    const [summary, law, agenda, momentum] = rest;
    const writtenIn = (texts: unknown) => textsOf([texts], 'en');
    assert.deepEqual(writtenIn(words.background), background);
    assert.deepEqual(writtenIn(words.summary), [summary]);
    assert.deepEqual(writtenIn(words.momentum), [law, momentum]);
    assert.equal(writtenIn(words.agenda).join(' '), agenda);
  });

  it('has the movement’s figures, in its words, and names no other source', () => {
    const source = paragraphs.join(' ').toLowerCase();
    const written: Record<string, string> = { '1 in 4': 'one in four', '1 in 10': 'one in ten' };
    const figures = facts.map((fact) => {
      if (fact.kind === 'ratio') return `${fact.part} in ${fact.whole}`;
      if (fact.kind === 'number') return fact.value.toLocaleString('en-US');
      return `${fact.low.toLocaleString('en-US')} to ${fact.high.toLocaleString('en-US')}`;
    });
    assert.deepEqual(figures, ['1 in 4', '1 in 10', '20,000', '2,800 to 3,500']);
    facts.forEach(({ text, source: from }, index) => {
      const figure = figures[index]!;
      const sentence = (text as Record<string, string>)['en']!;
      const said = sentence.replace('{figure}', written[figure] ?? figure).toLowerCase();
      assert.ok(source.includes(said), said);
      assert.equal(from, null);
    });
  });

  it('says that its translation is a draft, as long as nobody has read it', () => {
    assert.equal(translation, 'draft');
  });
});

describe('the example', () => {
  const example = issueIn('issues/example.json');

  it('is marked as one, and shows each kind of fact and each key', () => {
    assert.equal(example.example, true);
    assert.deepEqual(
      example.facts.map(({ kind }) => kind),
      ['ratio', 'number', 'range'],
    );
    const optional = ['example', 'translation'];
    for (const key of Object.keys(issue.shape)) {
      assert.ok(optional.includes(key) || Object.hasOwn(example, key), key);
    }
  });

  it('leads to no real site', () => {
    for (const { text } of textsIn(example)) {
      for (const url of text.match(/https?:\S+/g) ?? []) assert.equal(url, 'https://example.org/');
    }
  });
});
