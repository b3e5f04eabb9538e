import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { campaign, check, issue } from '../index.ts';
import {
  invalidCampaigns,
  invalidIssues,
  sampleIssue,
  samplePledge,
  validCampaigns,
  validIssues,
} from '../testing/index.ts';
import { checkFile, type Finding } from './index.ts';

const write = (value: unknown) => JSON.stringify(value, null, 2);
const issueWith = (changes: object) => write({ ...sampleIssue, ...changes });
const factWith = (changes: object) =>
  issueWith({ facts: [{ ...sampleIssue.facts[0], ...changes }] });
const places = (findings: Finding[]) => findings.map(({ pointer, code }) => ({ pointer, code }));

/** The only finding of a text. */
function only(text: string): Finding {
  const { errors } = checkFile(text, { kind: 'issue' });
  assert.equal(errors.length, 1, JSON.stringify(errors));
  return errors[0]!;
}

const sorted = (list: object[]) => list.map((each) => JSON.stringify(each)).sort();

for (const { kind, schema, sample, valid, invalid } of [
  { kind: 'issue', schema: issue, sample: sampleIssue, valid: validIssues, invalid: invalidIssues },
  {
    kind: 'campaign',
    schema: campaign,
    sample: samplePledge,
    valid: validCampaigns,
    invalid: invalidCampaigns,
  },
] as const) {
  describe(`a check of the kind ${kind}`, () => {
    for (const [title, value] of Object.entries<object>(valid)) {
      it(`finds no error: ${title}`, () => {
        const { kind: found, errors } = checkFile(write(value));
        assert.deepEqual({ found, errors }, { found: kind, errors: [] });
      });
    }

    for (const [title, { value, errors }] of Object.entries(invalid)) {
      it(`finds the errors of the contract: ${title}`, () => {
        const { errors: found } = checkFile(write(value), { kind });
        assert.deepEqual(sorted(places(found)), sorted(errors));
      });
    }

    it('finds what the contract does in whatever stands at a key', () => {
      const keys = Object.keys(schema.shape);
      fc.assert(
        fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (key, junk) => {
          const value = JSON.parse(JSON.stringify({ ...sample, [key]: junk })) as unknown;
          const verdict = check<unknown>(schema, value);
          const { errors } = checkFile(write(value), { kind });
          assert.deepEqual(sorted(places(errors)), sorted(verdict.valid ? [] : verdict.errors));
        }),
        { numRuns: 1000 },
      );
    });

    it('says of each error what was found, what is expected and what to do', () => {
      for (const { value } of Object.values(invalid)) {
        for (const error of checkFile(write(value), { kind }).errors) {
          const { found, expected, remedy, line, column } = error;
          assert.ok(found.length > 0 && found.length <= 61, found);
          assert.ok(expected.length > 0 && expected !== 'another value', JSON.stringify(error));
          assert.match(remedy, /^["A-Z…].*[.?]$/);
          assert.doesNotMatch(remedy, /undefined|\[object|""/);
          assert.ok(line >= 1 && column >= 1);
        }
      }
    });
  });
}

describe('a place', () => {
  const text = [
    '{',
    '  "id": "Foster Care",',
    '  "title": "T", "summary": "S",',
    '  "facts": [',
    '    { "kind": "ratio", "part": 1, "whole": 0, "unit": "u", "text": "{figure}", "source": null },',
    '    { "kind": "number", "value": 5, "text": "{figure}", "sources": null,',
    '      "unit": { "en": "u", "es": "" } }',
    '  ],',
    '  "agenda": ["A"], "updated": "2026-11-23"',
    '}',
  ];
  const expected = [
    [2, 9, '/id', '"Foster Care"'],
    [5, 44, '/facts/0/whole', '0'],
    // What is missing has the place of the object that it is missing in.
    [6, 5, '/facts/1/source', 'nothing'],
    [6, 57, '/facts/1/sources', '"sources"'],
    [7, 34, '/facts/1/unit/es', '""'],
  ];

  for (const [name, end] of [
    ['Unix', '\n'],
    ['Windows', '\r\n'],
    ['old Macs', '\r'],
  ] as const) {
    it(`has its exact line and column, with the line ends of ${name}`, () => {
      const { errors } = checkFile(text.join(end));
      assert.deepEqual(
        errors.map(({ line, column, pointer, found }) => [line, column, pointer, found]),
        expected,
      );
    });
  }

  it('does not count the mark that Windows puts at the start', () => {
    assert.deepEqual(checkFile(`\uFEFF${text.join('\n')}`), checkFile(text.join('\n')));
  });

  it('counts characters as editors do', () => {
    const text = '{ "title": "😀", "id": 5 }';
    const { errors } = checkFile(text, { kind: 'issue' });
    assert.equal(errors.find(({ pointer }) => pointer === '/id')!.column, text.indexOf('5') + 1);
  });
});

describe('what to do', () => {
  const remedies: [title: string, text: string, remedy: RegExp][] = [
    ['a slip in a key', issueWith({ momentun: [] }), /^Did you mean "momentum"\?$/],
    ['two letters that changed places', issueWith({ backgruond: [] }), /"background"/],
    [
      'a key of somewhere else',
      issueWith({ endpoint: 1 }),
      /^Take it away\. The keys here are "\$s/,
    ],
    [
      'a slip in a kind',
      issueWith({ facts: [{ ...sampleIssue.facts[0], kind: 'ratoi' }] }),
      /^Did you mean "ratio"\?$/,
    ],
    [
      'a number in quotation marks',
      issueWith({ facts: [{ ...sampleIssue.facts[1], value: '20,000' }] }),
      /^Write 20000, without quotation marks\.$/,
    ],
    ['true in quotation marks', issueWith({ example: 'true' }), /^Write true, without quotation/],
    ['null in quotation marks', factWith({ source: 'null' }), /^Write null, without quotation/],
    ['a number in quotation marks where none belongs', issueWith({ translation: '5' }), /^Replace/],
    [
      'a year without quotation marks',
      factWith({ source: { name: 'x', date: 2026 } }),
      /^Write "2026", in quotation marks\.$/,
    ],
    [
      'more than the whole',
      factWith({ part: 5 }),
      /^Correct one of the two: a part that is at most/,
    ],
    ['one entry for a list', issueWith({ agenda: 'Do this.' }), /^Put it into square brackets/],
    ['a text for an object', factWith({ source: 'me' }), /^Replace it by an object with name/],
    ['a name in words', issueWith({ id: 'Niños & Foster Care!' }), /^Write "ninos-foster-care"\.$/],
    ['an id of signs only', issueWith({ id: '!!' }), /^Write a name such as "permanent-conn/],
    ['a language with an underscore', issueWith({ title: { es_MX: 'x' } }), /^Write "es-MX"\.$/],
    ['a language in words', issueWith({ title: { 'in Spanish': 'x' } }), /^Write a language tag/],
    [
      'http',
      issueWith({
        facts: [{ ...sampleIssue.facts[0], source: { name: 'x', url: 'http://example.org/' } }],
      }),
      /"https:\/\/example\.org\/"/,
    ],
  ];
  for (const [title, text, remedy] of remedies) {
    it(`is said of ${title}`, () => assert.match(only(text).remedy, remedy));
  }

  it('is said of a missing key, and of what stands there in its place', () => {
    const { errors } = checkFile(
      issueWith({ agenda: undefined, updated: undefined, agneda: ['A'] }),
    );
    assert.deepEqual(
      errors.map(({ remedy }) => remedy),
      ['Rename "agneda" to "agenda".', 'Add the key "updated".', 'Did you mean "agenda"?'],
    );
  });

  it('suggests a key that is missing rather than one that is there', () => {
    const [ratio] = sampleIssue.facts;
    const fact = { ...ratio, hole: 4, whole: undefined };
    const { errors } = checkFile(issueWith({ facts: [fact] }));
    assert.match(errors.find(({ code }) => code === 'unknown')!.remedy, /"whole"/);
  });

  it('never reads a key of an object’s prototype', () => {
    const text = write(sampleIssue).replace('{', '{"toString": 1, "__proto__": {"id": 5},');
    const { errors } = checkFile(text);
    assert.deepEqual(places(errors), [
      { pointer: '/toString', code: 'unknown' },
      { pointer: '/__proto__', code: 'unknown' },
    ]);
  });
});

describe('a file that is JSON', () => {
  it('has each key once', () => {
    const text = write(sampleIssue).replace(
      '{\n',
      '{\n  "id": "first",\n  "i\\u0064": "second",\n',
    );
    const { errors } = checkFile(text);
    assert.deepEqual(
      errors.map(({ pointer, code, line, column }) => ({ pointer, code, line, column })),
      [
        { pointer: '/id', code: 'duplicate', line: 3, column: 3 },
        { pointer: '/id', code: 'duplicate', line: 4, column: 3 },
      ],
    );
  });

  it('has the place of the key that counts, where one stands there twice', () => {
    const text = `{ "id": "a", "id": "B",\n${write(sampleIssue)
      .slice(1)
      .replace(/"id":.*\n/, '')}`;
    const { errors } = checkFile(text);
    assert.deepEqual(
      errors.map(({ code, column }) => [code, column]),
      [
        ['duplicate', 14],
        ['id', 20],
      ],
    );
  });

  it('is of the kind that its schema names, or its keys', () => {
    assert.equal(checkFile('{"$schema": "../schemas/issue.schema.json"}').kind, 'issue');
    assert.equal(checkFile('{"facts": 1}').kind, 'issue');
    assert.equal(checkFile('{"$schema": "../schemas/campaign.schema.json"}').kind, 'campaign');
    assert.equal(checkFile('{"commitments": 1}').kind, 'campaign');
  });

  for (const text of ['{}', '[]', 'null', '"facts"', '{"__proto__": {"facts": 1}}', '{"id": 1}']) {
    it(`is of no kind: ${text}`, () => {
      const { kind, errors } = checkFile(text);
      assert.equal(kind, null);
      assert.deepEqual(places(errors), [{ pointer: '', code: 'kind' }]);
    });
  }
});
