import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, issue } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import { localize } from '@pro-kid/contract/localized-text';
import { sampleIssue } from '@pro-kid/contract/testing';
import { codes, examplesIn, firstColumn, load, read, rows, section } from './repository.ts';

const page = read('docs/issue-file.md');
const example = read('packages/content/issues/example.json');
const top = section(page, '## Keys').split('\n### ')[0] ?? '';
const isGood = (value: object) => check(issue, { ...sampleIssue, ...value });

/** The shapes of a fact, by the schema. */
const shapes = issue.shape.facts.def.element.def.options.map(({ shape }) => shape);

describe('the page of the issue file', () => {
  it('shows an example without errors', () => {
    assert.match(page, /^<<< \.\.\/packages\/content\/issues\/example\.json$/m);
    assert.deepEqual(checkFile(example).errors, []);
  });

  it('names every key, and none that does not exist', () => {
    assert.deepEqual(firstColumn(top), Object.keys(issue.shape).toSorted());
    const keys = new Set(shapes.flatMap((shape) => Object.keys(shape)));
    assert.deepEqual(firstColumn(section(page, '### Facts').split('\n### ')[0]!), [...keys].sort());
    const source = shapes[0]!.source.def.innerType.shape;
    assert.deepEqual(firstColumn(section(page, '### Source')), Object.keys(source).toSorted());
  });

  it('says right which keys are needed', () => {
    for (const [key = '', needed] of rows(top)) {
      const [name = ''] = codes(key);
      const { [name]: removed, ...others } = sampleIssue as unknown as Record<string, unknown>;
      assert.equal(check(issue, others).valid, needed === 'no', name);
    }
  });

  it('says right which keys belong to which kind of fact', () => {
    const kinds = shapes.map(({ kind }) => kind.def.values[0]!);
    for (const [key = '', ofKinds = ''] of rows(section(page, '### Facts').split('\n### ')[0]!)) {
      const [name = ''] = codes(key);
      const having = kinds.filter((_, index) => Object.hasOwn(shapes[index]!, name));
      const said = ofKinds === 'all' ? kinds : codes(ofKinds).map((code) => code.slice(1, -1));
      assert.deepEqual(said, having, name);
    }
  });

  it('says every limit', async () => {
    const { issueLimits } = await load<{ issueLimits: Record<string, number> }>(
      'packages/contract/src/issue-limits.ts',
    );
    for (const [name, limit] of Object.entries(issueLimits)) {
      const written = limit.toLocaleString('en-US');
      assert.match(page, new RegExp(`(?<![\\d,])${written}(?![\\d,]\\d)`), name);
    }
  });

  it('shows facts and sources that are good', () => {
    const facts = section(page, '### Facts').split('\n### ')[0]!;
    assert.ok(facts.length > 0);
    const [fact] = examplesIn(page, '### Facts');
    assert.ok(fact && isGood({ facts: [fact] }).valid);
    const [source] = examplesIn(page, '### Source');
    assert.ok(source && isGood({ facts: [{ ...fact, source }] }).valid);
    const [editor] = examplesIn(page, '## Help from your editor');
    assert.ok(editor && isGood(editor).valid);
  });

  it('shows what the check says', () => {
    const shown = /^my-issue\.json:12:16.*?^$/ms.exec(page)?.[0] ?? '';
    const wrong = { ...JSON.parse(example), $schema: undefined } as typeof sampleIssue;
    const text = JSON.stringify({ ...wrong, facts: [{ ...wrong.facts[0], whole: 0 }] });
    const [error] = checkFile(text).errors;
    for (const words of [error!.pointer, error!.found, error!.expected, error!.remedy]) {
      assert.ok(shown.includes(words), words);
    }
    assert.ok(shown.includes(`error ${error!.code}`));

    const [output] = examplesIn(page, '## Check it');
    const [{ errors: [asJson] = [] }] = output!['files'] as [{ errors?: object[] }];
    assert.deepEqual({ ...asJson, line: error!.line, column: error!.column }, error);
  });

  it('says right what a text in several languages gives', () => {
    const [title] = codes(page.replace(/[\s\S]*const title = (.*?);[\s\S]*/, '`$1`'));
    assert.equal(title, "localize({ en: 'Children', es: 'Niños' }, 'es-US')");
    const { text, language } = localize({ en: 'Children', es: 'Niños' }, 'es-US');
    assert.ok(page.includes(`{ text: '${text}', language: '${language}' }`));
  });
});
