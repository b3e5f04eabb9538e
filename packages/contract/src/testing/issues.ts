import { issueLimits as limits } from '../issue-limits.ts';
import type { Issue } from '../issue.ts';
import { MOST_LANGUAGES } from '../localized-text.ts';
import type { IssueFact } from '../issue-fact.ts';
import { beyond, json, wrong, type Invalid } from './invalid.ts';

const unit = { en: 'samples', es: 'muestras' };

const ratio = {
  kind: 'ratio',
  part: 1,
  whole: 4,
  unit,
  text: { en: '{figure} samples is blue', es: '{figure} muestras es azul' },
  source: { name: 'Sample source', url: 'https://example.org/samples', date: '2026' },
} satisfies IssueFact;

const single = {
  kind: 'number',
  value: 20_000,
  unit,
  text: { en: 'There are {figure} samples', es: 'Hay {figure} muestras' },
  source: { name: { en: 'Sample source', es: 'Fuente de muestra' }, date: '2026-02-28' },
} satisfies IssueFact;

const range = {
  kind: 'range',
  low: 2.5,
  high: 3,
  unit,
  text: { en: 'They weigh {figure}%', es: 'Pesan {figure}%' },
  source: null,
} satisfies IssueFact;

/** An issue with a fact of each kind, in two languages. Sample text. */
export const sampleIssue: Issue = {
  id: 'sample-issue',
  title: { en: 'A sample issue', es: 'Un tema de muestra' },
  summary: { en: 'This is sample text.', es: 'Este es un texto de muestra.' },
  facts: [ratio, single, range],
  agenda: [{ en: 'Do this.', es: 'Haga esto.' }],
  updated: '2026-11-23',
};

const firstFact = (changes: object, base: object = ratio) => ({
  ...sampleIssue,
  facts: [{ ...base, ...changes }],
});
/** Without what a spread would not take away. */
const without = (key: keyof Issue) =>
  Object.fromEntries(Object.entries(sampleIssue).filter(([name]) => name !== key));

/** Issues that are fine as they are, by what is special in them. */
export const validIssues: Readonly<Record<string, Issue>> = {
  'a fact of each kind': sampleIssue,
  'every optional key': {
    ...sampleIssue,
    $schema: './issue.schema.json',
    translation: 'draft',
    example: true,
    topics: [{ en: 'Samples', es: 'Muestras' }, 'ABC'],
    background: ['One paragraph.', { en: 'Another.' }],
    momentum: [],
  },
  'plain texts, without languages': {
    ...sampleIssue,
    title: 'Title',
    summary: 'Summary',
    facts: [{ ...single, value: 0, unit: 'samples', text: '{figure} samples' }],
    agenda: ['Do this.'],
  },
  'the most of everything': {
    ...sampleIssue,
    id: 'a'.repeat(limits.id),
    title: 'a'.repeat(limits.title),
    summary: { 'es-419': 'a'.repeat(limits.paragraph) },
    topics: Array.from({ length: limits.topics }, () => 'a'.repeat(limits.topic)),
    facts: Array.from({ length: limits.facts }, () => ({
      ...ratio,
      part: limits.whole,
      whole: limits.whole,
      unit: 'a'.repeat(limits.unit),
      text: `{figure}${'a'.repeat(limits.sentence - 8)}`,
    })),
    agenda: Array.from({ length: limits.paragraphs }, () => 'a'),
  },
  'markup is text like any other': {
    ...sampleIssue,
    title: '<script>alert(1)</script>',
    summary: { en: '"><img src=x onerror=alert(1)>' },
    agenda: ['javascript:alert(1)'],
  },
  'a leap day': { ...sampleIssue, updated: '2028-02-29' },
};

/** Issues that must be refused, and the errors to name. */
export const invalidIssues: Readonly<Record<string, Invalid>> = {
  'a list': wrong([], '', 'type'),
  nothing: wrong(null, '', 'required'),
  'no title': wrong(without('title'), '/title', 'required'),
  'no facts': wrong(without('facts'), '/facts', 'required'),
  'no agenda': wrong(without('agenda'), '/agenda', 'required'),
  'no date': wrong(without('updated'), '/updated', 'required'),
  'an empty list of facts': wrong({ ...sampleIssue, facts: [] }, '/facts', 'required'),
  'an empty agenda': wrong({ ...sampleIssue, agenda: [] }, '/agenda', 'required'),
  'one fact too many': wrong(
    { ...sampleIssue, facts: Array.from({ length: limits.facts + 1 }, () => ratio) },
    '/facts',
    'too-many',
  ),
  'one topic too many': wrong(
    { ...sampleIssue, topics: Array.from({ length: limits.topics + 1 }, () => 'a') },
    '/topics',
    'too-many',
  ),
  'one paragraph too many': wrong(
    { ...sampleIssue, background: Array.from({ length: limits.paragraphs + 1 }, () => 'a') },
    '/background',
    'too-many',
  ),
  'more languages than there may be': wrong(
    {
      ...sampleIssue,
      title: Object.fromEntries(
        Array.from({ length: MOST_LANGUAGES + 1 }, (_, index) => [`en-x${index}`, 'a']),
      ),
    },
    '/title',
    'too-many',
  ),
  'an agenda that is one text': wrong({ ...sampleIssue, agenda: 'Do this.' }, '/agenda', 'type'),
  'an id that is no name': wrong({ ...sampleIssue, id: 'Sample Issue' }, '/id', 'id'),
  'an id with two hyphens': wrong({ ...sampleIssue, id: 'a--b' }, '/id', 'id'),
  'an id that is too long': wrong({ ...sampleIssue, id: 'a'.repeat(65) }, '/id', 'too-long'),
  'an empty id': wrong({ ...sampleIssue, id: '' }, '/id', 'required'),
  'an unknown key': wrong({ ...sampleIssue, titel: 'x' }, '/titel', 'unknown'),
  'an unknown key with a slash': wrong({ ...sampleIssue, 'a/b~c': 1 }, '/a~1b~0c', 'unknown'),
  'keys that mean a prototype': {
    value: json(
      JSON.stringify(sampleIssue).replace('{', '{"__proto__":{"polluted":1},"constructor":1,'),
    ),
    errors: [
      { pointer: '/__proto__', code: 'unknown' },
      { pointer: '/constructor', code: 'unknown' },
    ],
  },
  'a prototype for a language': wrong(
    json(JSON.stringify(sampleIssue).replace('"en":"A', '"__proto__":"A')),
    '/title/__proto__',
    'language',
  ),
  'a language that is none': wrong(
    { ...sampleIssue, title: { en_US: 'Title' } },
    '/title/en_US',
    'language',
  ),
  'a text in no language': wrong({ ...sampleIssue, title: {} }, '/title', 'required'),
  'an empty text': wrong({ ...sampleIssue, title: '' }, '/title', 'required'),
  'a text of spaces': wrong({ ...sampleIssue, title: '   ' }, '/title', 'required'),
  'an empty text in one language': wrong(
    { ...sampleIssue, summary: { en: 'x', es: '' } },
    '/summary/es',
    'required',
  ),
  'a number for a text': wrong({ ...sampleIssue, title: 5 }, '/title', 'type'),
  'a list for a text': wrong({ ...sampleIssue, title: ['x'] }, '/title', 'type'),
  'a number for a text in one language': wrong(
    { ...sampleIssue, title: { en: 5 } },
    '/title/en',
    'type',
  ),
  'null for a text': wrong({ ...sampleIssue, summary: null }, '/summary', 'required'),
  'a title that is too long': wrong(
    { ...sampleIssue, title: { en: 'a'.repeat(limits.title + 1) } },
    '/title/en',
    'too-long',
  ),
  'a paragraph that is too long': wrong(
    { ...sampleIssue, momentum: ['a'.repeat(limits.paragraph + 1)] },
    '/momentum/0',
    'too-long',
  ),
  'a line break in a text': wrong({ ...sampleIssue, title: 'a\nb' }, '/title', 'characters'),
  'half a character': beyond({ ...sampleIssue, title: 'a\ud800b' }, '/title', 'characters'),
  'another translation than a draft': wrong(
    { ...sampleIssue, translation: 'done' },
    '/translation',
    'type',
  ),
  'an example in quotes': wrong({ ...sampleIssue, example: 'true' }, '/example', 'type'),
  'a date in words': wrong({ ...sampleIssue, updated: 'November 23' }, '/updated', 'date'),
  'a day that no month has': wrong({ ...sampleIssue, updated: '2026-02-30' }, '/updated', 'date'),
  'a year for a date': wrong({ ...sampleIssue, updated: '2026' }, '/updated', 'date'),
  'a fact that is a text': wrong({ ...sampleIssue, facts: ['1 in 4'] }, '/facts/0', 'type'),
  'a fact without a kind': wrong(firstFact({}, { part: 1 }), '/facts/0/kind', 'required'),
  'a fact of another kind': wrong(firstFact({ kind: 'ratoi' }), '/facts/0/kind', 'type'),
  'a key of another kind': wrong(firstFact({ value: 1 }), '/facts/0/value', 'unknown'),
  'a part in quotes': wrong(firstFact({ part: '1' }), '/facts/0/part', 'type'),
  'half a part': wrong(firstFact({ part: 0.5, whole: 4 }), '/facts/0/part', 'number'),
  'no part at all': wrong(firstFact({ part: 0 }), '/facts/0/part', 'number'),
  'a whole of 101': wrong(firstFact({ whole: 101 }), '/facts/0/whole', 'number'),
  'more than the whole': beyond(firstFact({ part: 5 }), '/facts/0/part', 'order'),
  'a number below 0': wrong(firstFact({ value: -1 }, single), '/facts/0/value', 'number'),
  'a number without end': wrong(firstFact({ value: 1e13 }, single), '/facts/0/value', 'number'),
  'a range of one': beyond(firstFact({ low: 3, high: 3 }, range), '/facts/0/low', 'order'),
  'a range turned around': beyond(firstFact({ low: 4, high: 3 }, range), '/facts/0/low', 'order'),
  'a text without its figure': wrong(
    firstFact({ text: { en: 'One in four', es: '{figure} muestras' } }),
    '/facts/0/text/en',
    'figure',
  ),
  'a text with two figures': wrong(
    firstFact({ text: '{figure} of {figure}' }),
    '/facts/0/text',
    'figure',
  ),
  'no unit': wrong(firstFact({ unit: undefined }), '/facts/0/unit', 'required'),
  'no word on the source': wrong(firstFact({ source: undefined }), '/facts/0/source', 'required'),
  'a source that is a text': wrong(firstFact({ source: 'me' }), '/facts/0/source', 'type'),
  'a source without a name': wrong(
    firstFact({ source: { date: '2026' } }),
    '/facts/0/source/name',
    'required',
  ),
  'an unknown key of a source': wrong(
    firstFact({ source: { name: 'x', link: 'https://example.org/' } }),
    '/facts/0/source/link',
    'unknown',
  ),
  ...Object.fromEntries(
    [
      'http://example.org/',
      'javascript:alert(1)',
      'https://',
      'https://example',
      'https://name:secret@example.org/',
      'https://na.me@example.org/',
      'https://example.org/a b',
      'example.org',
      '//example.org',
    ].map((url) => [
      `the link ${url}`,
      wrong(firstFact({ source: { name: 'x', url } }), '/facts/0/source/url', 'url'),
    ]),
  ),
  'a source of next month': wrong(
    firstFact({ source: { name: 'x', date: '2026-11' } }),
    '/facts/0/source/date',
    'date',
  ),
  'every error at once': {
    value: { ...firstFact({ whole: 101, sources: null }), id: 'X', extra: 1 },
    errors: [
      { pointer: '/id', code: 'id' },
      { pointer: '/facts/0/whole', code: 'number' },
      { pointer: '/facts/0/sources', code: 'unknown' },
      { pointer: '/extra', code: 'unknown' },
    ],
  },
};
