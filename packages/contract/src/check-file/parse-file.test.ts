import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleIssue, samplePledge } from '../testing/index.ts';
import { checkFile, MOST_BYTES, type Finding } from './index.ts';

const write = (value: unknown) => JSON.stringify(value, null, 2);

/** The only finding of a text. */
function only(text: string): Finding {
  const { errors } = checkFile(text, { kind: 'issue' });
  assert.equal(errors.length, 1, JSON.stringify(errors));
  return errors[0]!;
}

describe('a file that is no JSON', () => {
  const cases: [text: string, line: number, column: number, remedy: RegExp][] = [
    ['', 1, 1, /^Write the file\.$/],
    ['{\n  "id": "a",\n}', 3, 1, /^Take the comma before it away\.$/],
    ['{\n  "id": "a"\n  "title": "b"\n}', 3, 3, /^Put a comma/],
    ['{ “id”: 1 }', 1, 3, /^Replace the quotation marks/],
    ["{ 'id': 1 }", 1, 3, /^Replace the quotation marks/],
    ['{ id: 1 }', 1, 3, /quotation marks/],
    ['{\n  // why\n  "id": 1 }', 2, 3, /^Take the comment away/],
    ['{ "id": "a\nb" }', 1, 9, /^Close the text/],
    ['{ "id": "a\tb" }', 1, 9, /^Replace the tab/],
    ['{ "id": "C:\\data" }', 1, 9, /^Write \\\\ for a backslash/],
    ['{ "text": "he said "hi"" }', 1, 21, /write \\" for a quotation mark/],
    ['{ "id": 1', 1, 10, /^Add the \} that is missing/],
    ['{ "id": [1', 1, 11, /^Add the \] that is missing/],
    ['{ "id": 1 } }', 1, 13, /one too many/],
    ['{ "id" 1 }', 1, 8, /^Put a colon/],
    ['{ "id": }', 1, 9, /^Write a value/],
    ['{ "id": 1. }', 1, 9, /^Write the number/],
    ['{ "id": NaN }', 1, 9, /^Put texts/],
    ['{ "id": "\\u12" }', 1, 9, /^Write the character/],
    ['{ "id": 01 }', 1, 10, /comma/],
    ['{ "id": 1 } /* why', 1, 13, /^Take the comment away/],
  ];
  for (const [text, line, column, remedy] of cases) {
    it(`has its place and a remedy: ${JSON.stringify(text)}`, () => {
      const { kind, errors } = checkFile(text);
      assert.equal(kind, null);
      assert.equal(errors.length, 1);
      const [error] = errors;
      assert.equal(error!.code, 'syntax');
      assert.deepEqual([error!.line, error!.column], [line, column]);
      assert.match(error!.remedy, remedy);
    });
  }

  it('is refused by this reader and by JSON.parse, or by neither', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '.',
      'true',
      '\\',
      ' ',
    );
    const texts = fc.oneof(
      fc
        .array(fc.oneof(token, fc.string({ maxLength: 2, unit: 'binary' })))
        .map((all) => all.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const codes = checkFile(text).errors.map(({ code }) => code);
        // Of a mark at the start, and of levels, this reader has its own mind.
        fc.pre(!text.startsWith('\uFEFF') && !codes.includes('too-deep'));
        const isJson = () => JSON.parse(text) as unknown;
        if (codes.includes('syntax')) assert.throws(isJson);
        else assert.doesNotThrow(isJson);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('limits', () => {
  for (const [kind, sample] of Object.entries({ issue: sampleIssue, campaign: samplePledge })) {
    it(`are 64 KiB of UTF-8 for the kind ${kind}`, () => {
      const filled = (bytes: number) => {
        const text = write(sample);
        return text + ' '.repeat(bytes - new TextEncoder().encode(text).length);
      };
      assert.deepEqual(checkFile(filled(MOST_BYTES)).errors, []);
      assert.equal(only(filled(MOST_BYTES + 1)).code, 'too-large');
      assert.equal(only(filled(MOST_BYTES).replace('{\n', '{é')).code, 'too-large');
    });

    it(`are sixteen levels, where a file of the kind ${kind} goes too deep`, () => {
      const deep = `${'['.repeat(16)}${']'.repeat(16)}`;
      const text = write(sample).replace('{', `{ "title": ${deep},`);
      assert.equal(only(text).code, 'too-deep');
    });
  }

  it('are sixteen levels, however many there are', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    assert.equal(only(nested(16)).code, 'type');
    const error = only(nested(17));
    assert.deepEqual([error.code, error.column], ['too-deep', 17]);
    assert.equal(only('['.repeat(60_000)).code, 'too-deep');
    assert.equal(only('{"a":'.repeat(12_000)).code, 'too-deep');
    // Brackets in a text are text.
    assert.deepEqual(checkFile(write({ ...sampleIssue, title: '['.repeat(100) })).errors, []);
  });

  it('leave a file full of errors readable, and soon', () => {
    const junk = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
    const { errors } = checkFile(JSON.stringify(junk), { kind: 'issue' });
    assert.ok(errors.length > 5000);
  });
});
