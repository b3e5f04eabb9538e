import assert from 'node:assert/strict';
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, issue, type Issue } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import schema from '@pro-kid/contract/schemas/issue.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const folder = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(folder, path), 'utf8');
const schemaUrl = import.meta.resolve('@pro-kid/contract/schemas/issue.schema.json');
const isOfSchema = formats.default(new Ajv()).compile(schema);
const files = globSync('issues/*.json', { cwd: folder }).toSorted();

/** Every text of a value, in each of its languages, with the pointer to it. */
function textsIn(value: unknown, pointer = ''): { pointer: string; text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => textsIn(inside, `${pointer}/${key}`));
}

function issueIn(file: string): Issue {
  const verdict = check(issue, JSON.parse(read(file)));
  assert.ok(verdict.valid, file);
  return verdict.value;
}

describe('each issue', () => {
  it('is one of these', () => {
    assert.deepEqual(files, ['issues/example.json', 'issues/permanent-connections.json']);
  });

  for (const file of files) {
    it(`has no errors, and is called as its file: ${file}`, () => {
      assert.deepEqual(checkFile(read(file), { kind: 'issue' }).errors, []);
      assert.equal(issueIn(file).id, basename(file, '.json'));
    });

    it(`follows the JSON Schema that it names: ${file}`, () => {
      const content = JSON.parse(read(file)) as Issue;
      assert.ok(isOfSchema(content), JSON.stringify(isOfSchema.errors));
      assert.ok(!isOfSchema({ ...content, titel: 'x' }));
      const named = fileURLToPath(new URL(content.$schema!, pathToFileURL(resolve(folder, file))));
      assert.equal(realpathSync(named), realpathSync(fileURLToPath(schemaUrl)));
    });

    it(`is kept as it is written: ${file}`, () => {
      assert.deepEqual(issueIn(file), JSON.parse(read(file)));
    });

    it(`has every text in English and in Spanish: ${file}`, () => {
      const { id, $schema, updated, translation, example, facts, ...texts } = issueIn(file);
      const written = {
        ...texts,
        facts: facts.map(({ unit, text, source }) => ({ unit, text, source: source?.name ?? [] })),
      };
      const places = textsIn(written).map(({ pointer }) => pointer);
      const english = places.filter((pointer) => pointer.endsWith('/en'));
      assert.ok(english.length >= 10);
      assert.deepEqual(
        places.toSorted(),
        english.flatMap((pointer) => [pointer, pointer.replace(/en$/, 'es')]).toSorted(),
      );
    });

    it(`says the same figures in both languages: ${file}`, () => {
      const digits = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
      const texts = new Map(textsIn(issueIn(file)).map(({ pointer, text }) => [pointer, text]));
      for (const [pointer, text] of texts) {
        if (!pointer.endsWith('/en')) continue;
        const spanish = texts.get(pointer.replace(/en$/, 'es'))!;
        assert.deepEqual(digits(spanish), digits(text), pointer);
        assert.notEqual(spanish, text, pointer);
      }
    });
  }
});

describe('the issue of the movement', () => {
  const { title, facts, translation, ...words } = issueIn('issues/permanent-connections.json');
  const [heading, ...lines] = read('source/permanent-connections.en.txt')
    .split('\n')
    // A space that does not break is none of the words.
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const paragraphs = lines.filter((line) => line.endsWith('.'));
  const english = textsIn(words)
    .filter(({ pointer }) => pointer.endsWith('/en'))
    .map(({ text }) => text);

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
    const writtenIn = (texts: unknown) =>
      textsIn(texts)
        .filter(({ pointer }) => pointer.endsWith('/en'))
        .map(({ text }) => text);
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
