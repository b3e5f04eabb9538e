import { campaignLimits as limits } from '../campaign-limits.ts';
import { MOST_LANGUAGES } from '../localized-text.ts';
import { samplePetition, samplePledge } from './campaigns.ts';
import { invalidParts } from './invalid-campaign-parts.ts';
import { at, beyond, json, many, wrong, type Invalid } from './invalid.ts';

const [commitment, another] = samplePledge.commitments!;

/** A pledge with some keys of its own. */
const pledge = (changes: object) => ({ ...samplePledge, ...changes });
const petition = (changes: object) => ({ ...samplePetition, ...changes });
const commits = (...commitments: unknown[]) => pledge({ commitments });

/** Campaigns that must be refused, each a good one but for one fault, and the errors to name. */
export const invalidCampaigns: Readonly<Record<string, Invalid>> = {
  'a list': wrong([], '', 'type'),
  nothing: wrong(null, '', 'required'),
  'an unknown key': wrong(pledge({ titel: 'x' }), '/titel', 'unknown'),
  'an unknown key with a slash': wrong(pledge({ 'a/b~c': 1 }), '/a~1b~0c', 'unknown'),
  'keys that mean a prototype': {
    value: json(
      JSON.stringify(samplePledge).replace('{', '{"__proto__":{"polluted":1},"constructor":1,'),
    ),
    errors: [
      { pointer: '/__proto__', code: 'unknown' },
      { pointer: '/constructor', code: 'unknown' },
    ],
  },
  'a prototype for a language': wrong(
    json(JSON.stringify(samplePledge).replace('"en":"A', '"__proto__":"A')),
    '/title/__proto__',
    'language',
  ),
  'an empty address of a schema': wrong(pledge({ $schema: '' }), '/$schema', 'required'),
  ...at('the id', '/id', (id) => pledge({ id }), [
    [undefined, 'required'],
    ['', 'required'],
    [5, 'type'],
    ['Sample Pledge', 'id'],
    ['a--b', 'id'],
    ['a'.repeat(limits.id + 1), 'too-long'],
  ]),
  ...at('the type', '/type', (type) => pledge({ type }), [
    [undefined, 'required'],
    ['plegde', 'type'],
    [null, 'required'],
  ]),
  ...at('example', '/example', (example) => pledge({ example }), [['true', 'type']]),
  ...at('test', '/test', (test) => pledge({ test }), [[1, 'type']]),
  ...at('the translation', '/translation', (translation) => pledge({ translation }), [
    ['done', 'type'],
  ]),

  ...at('the title', '/title', (title) => pledge({ title }), [
    [undefined, 'required'],
    ['', 'required'],
    ['   ', 'required'],
    [{}, 'required'],
    [5, 'type'],
    [['x'], 'type'],
    ['a\nb', 'characters'],
    ['a'.repeat(limits.title + 1), 'too-long'],
    [Object.fromEntries(many(MOST_LANGUAGES + 1, (i) => [`en-x${i}`, 'a'])), 'too-many'],
  ]),
  'half a character': beyond(pledge({ title: 'a\ud800b' }), '/title', 'characters'),
  'a language that is none': wrong(
    pledge({ title: { en_US: 'Title' } }),
    '/title/en_US',
    'language',
  ),
  'an empty text in one language': wrong(
    pledge({ title: { en: 'x', es: '' } }),
    '/title/es',
    'required',
  ),
  ...at('the statement', '/statement', (statement) => pledge({ statement }), [
    [undefined, 'required'],
    [[], 'required'],
    ['One paragraph.', 'type'],
    [many(limits.paragraphs + 1, () => 'a'), 'too-many'],
  ]),
  ...at('a paragraph', '/statement/0', (paragraph) => pledge({ statement: [paragraph] }), [
    ['a'.repeat(limits.paragraph + 1), 'too-long'],
  ]),

  'a pledge without commitments': beyond(
    pledge({ commitments: undefined }),
    '/commitments',
    'required',
  ),
  'a pledge to somebody': beyond(pledge({ to: 'x' }), '/to', 'type-of-campaign'),
  'a pledge that asks': beyond(pledge({ ask: 'x' }), '/ask', 'type-of-campaign'),
  'a petition to nobody': beyond(petition({ to: undefined }), '/to', 'required'),
  'a petition that asks nothing': beyond(petition({ ask: undefined }), '/ask', 'required'),
  'a petition with commitments': beyond(
    petition({ commitments: samplePledge.commitments }),
    '/commitments',
    'type-of-campaign',
  ),
  ...at('whom a petition addresses', '/to', (to) => petition({ to }), [
    ['a'.repeat(limits.title + 1), 'too-long'],
  ]),
  ...at('what a petition asks', '/ask', (ask) => petition({ ask }), [
    ['a'.repeat(limits.paragraph + 1), 'too-long'],
  ]),
  ...at('the commitments', '/commitments', (all) => pledge({ commitments: all }), [
    [[], 'required'],
    [{}, 'type'],
    [many(limits.commitments + 1, (i) => ({ id: `c${i}`, text: 'a' })), 'too-many'],
  ]),
  'a commitment that is a text': wrong(commits('I share.'), '/commitments/0', 'type'),
  'a commitment without an id': wrong(commits({ text: 'a' }), '/commitments/0/id', 'required'),
  'a commitment without a text': wrong(commits({ id: 'a' }), '/commitments/0/text', 'required'),
  'a commitment that is too long': wrong(
    commits({ id: 'a', text: 'a'.repeat(limits.commitment + 1) }),
    '/commitments/0/text',
    'too-long',
  ),
  'an unknown key of a commitment': wrong(
    commits({ ...commitment, requried: true }),
    '/commitments/0/requried',
    'unknown',
  ),
  'a commitment that is required in quotes': wrong(
    commits({ ...commitment, required: 'true' }),
    '/commitments/0/required',
    'type',
  ),
  'two commitments with one id': beyond(
    commits(commitment, { ...another, id: commitment!.id }),
    '/commitments/1/id',
    'twice',
  ),

  ...at('the start of the goal', '/goal/start', (start) => pledge({ goal: { start } }), [
    [0, 'number'],
    [1.5, 'number'],
    ['1,000', 'type'],
    [limits.signatures + 1, 'number'],
  ]),
  ...at('the offline signatures', '/goal/offline', (offline) => pledge({ goal: { offline } }), [
    [-1, 'number'],
  ]),
  ...at('the steps', '/goal/steps', (steps) => pledge({ goal: { steps } }), [
    [[], 'required'],
    [500, 'type'],
    [many(limits.steps + 1, (i) => i + 1), 'too-many'],
  ]),
  'a goal that is a number': wrong(pledge({ goal: 500 }), '/goal', 'type'),
  'an unknown key of a goal': wrong(pledge({ goal: { step: [1] } }), '/goal/step', 'unknown'),
  'a step of nothing': wrong(pledge({ goal: { steps: [0] } }), '/goal/steps/0', 'number'),
  'a step that is no larger': beyond(
    pledge({ goal: { steps: [5, 9, 9] } }),
    '/goal/steps/2',
    'order',
  ),
  'a first step below the start': beyond(
    pledge({ goal: { start: 100, steps: [100, 200] } }),
    '/goal/steps/0',
    'order',
  ),

  ...at('the opening', '/opens', (opens) => pledge({ opens }), [
    ['', 'required'],
    ['2026-11-01', 'moment'],
    [2026, 'type'],
  ]),
  ...at('the closing', '/closes', (closes) => pledge({ closes }), [
    ['2098-12-31T23:59', 'moment'],
    ['December 31', 'moment'],
  ]),
  'a month that no year has': beyond(pledge({ closes: '2098-13-01T00:00Z' }), '/closes', 'moment'),
  'a day that no month has': beyond(pledge({ closes: '2098-02-30T00:00Z' }), '/closes', 'moment'),
  'an hour that no day has': beyond(pledge({ closes: '2098-02-28T25:00Z' }), '/closes', 'moment'),
  'an end before the start': beyond(
    pledge({ closes: '2026-10-31T23:59:00-07:00' }),
    '/closes',
    'order',
  ),
  'an end at the start, told in another zone': beyond(
    pledge({ closes: '2026-11-01T07:00Z' }),
    '/closes',
    'order',
  ),
  ...at('the time zone', '/timeZone', (timeZone) => pledge({ timeZone }), [
    ['', 'required'],
    ['America/Los Angeles', 'time-zone'],
    ['-08:00', 'time-zone'],
  ]),
  'a time zone that nobody knows': beyond(
    pledge({ timeZone: 'America/Sacramento' }),
    '/timeZone',
    'time-zone',
  ),

  ...invalidParts,
  'every error at once': {
    value: pledge({ id: 'X', closes: '2026-10-31T00:00Z', comitments: [], commitments: undefined }),
    errors: [
      { pointer: '/id', code: 'id' },
      { pointer: '/comitments', code: 'unknown' },
      { pointer: '/commitments', code: 'required' },
      { pointer: '/closes', code: 'order' },
    ],
  },
};
