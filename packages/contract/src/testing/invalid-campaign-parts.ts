import { campaignLimits as limits } from '../campaign-limits.ts';
import { samplePledge, sampleQuestions } from './campaigns.ts';
import { at, beyond, json, many, wrong, type Invalid } from './invalid.ts';

const { text, choice, several, checkbox } = sampleQuestions;
const endpoint = samplePledge.endpoint!;
const consent = samplePledge.consents![0]!;

const pledge = (changes: object) => ({ ...samplePledge, ...changes });
const asks = (...custom: unknown[]) => pledge({ custom });
const sends = (changes: object) => pledge({ endpoint: { ...endpoint, ...changes } });
const counts = (changes: object) => sends({ counts: { ...endpoint.counts, ...changes } });
const consents = (...all: unknown[]) => pledge({ consents: all });

/** Campaigns with one fault in their endpoint, questions, consents, links or colors. */
export const invalidParts: Readonly<Record<string, Invalid>> = {
  'a prototype for the name of a field': beyond(
    sends({ fields: json('{"__proto__": "x"}') }),
    '/endpoint/fields/__proto__',
    'unknown',
  ),
  'an endpoint that is an address': wrong(
    pledge({ endpoint: 'https://example.org/' }),
    '/endpoint',
    'type',
  ),
  ...at('the endpoint', '/endpoint/url', (url) => sends({ url }), [
    [undefined, 'required'],
    ['', 'required'],
    ['example.org/sign', 'url'],
    ['/sign', 'url'],
    ['ftp://example.org/', 'url'],
    ['javascript:alert(1)', 'url'],
    ['https://name:secret@example.org/', 'url'],
    ['https://example.org/a b', 'url'],
    [`https://example.org/${'a'.repeat(limits.url)}`, 'too-long'],
  ]),
  ...at('the format', '/endpoint/format', (format) => sends({ format }), [
    ['jsno', 'type'],
    ['hubspott', 'type'],
  ]),
  'an unknown key of an endpoint': wrong(sends({ filds: {} }), '/endpoint/filds', 'unknown'),
  ...at('the names of fields', '/endpoint/fields', (fields) => sends({ fields }), [
    [['email'], 'type'],
    [Object.fromEntries(many(limits.names + 1, (i) => [`f${i}`, 'a'])), 'too-many'],
  ]),
  'a field without a name': wrong(sends({ fields: { '': 'x' } }), '/endpoint/fields/', 'unknown'),
  'a field that is a number': wrong(
    sends({ fields: { email: 5 } }),
    '/endpoint/fields/email',
    'type',
  ),
  'a constant that is too long': wrong(
    sends({ extra: { list: 'a'.repeat(limits.value + 1) } }),
    '/endpoint/extra/list',
    'too-long',
  ),
  'a header that is true': wrong(sends({ headers: { x: true } }), '/endpoint/headers/x', 'type'),
  ...at('the key of retries', '/endpoint/idempotencyKey', (key) => sends({ idempotencyKey: key }), [
    ['yes', 'type'],
  ]),
  ...at('the counts', '/endpoint/counts/url', (url) => counts({ url }), [
    [undefined, 'required'],
    ['counts', 'url'],
  ]),
  'counts of a format that is not theirs': wrong(
    counts({ format: 'json' }),
    '/endpoint/counts/format',
    'type',
  ),
  'counts whose places do not say how many': wrong(
    counts({ map: { asOf: '/time' } }),
    '/endpoint/counts/map/individuals',
    'required',
  ),
  ...at(
    'a place of counts',
    '/endpoint/counts/map/individuals',
    (individuals) => counts({ map: { individuals } }),
    [
      ['', 'required'],
      ['total', 'pointer'],
      ['data.total', 'pointer'],
      ['/a~b', 'pointer'],
    ],
  ),

  ...at('the kinds', '/kinds', (kinds) => pledge({ kinds }), [
    [[], 'required'],
    ['individual', 'type'],
    [['individual', 'organization', 'individual'], 'too-many'],
  ]),
  'a kind that is none': wrong(pledge({ kinds: ['organisation'] }), '/kinds/0', 'type'),
  'a kind twice': beyond(pledge({ kinds: ['individual', 'individual'] }), '/kinds/1', 'twice'),
  'a field that may be or not': wrong(
    pledge({ fields: { telephone: true } }),
    '/fields/telephone',
    'type',
  ),
  'a name that must be shown': wrong(
    pledge({ fields: { showName: 'required' } }),
    '/fields/showName',
    'type',
  ),
  'an unknown field': wrong(pledge({ fields: { phone: 'hidden' } }), '/fields/phone', 'unknown'),

  'one question too many': wrong(
    asks(...many(limits.questions + 1, (i) => ({ ...checkbox, name: `q${i}` }))),
    '/custom',
    'too-many',
  ),
  'a question that is a text': wrong(asks('Which size?'), '/custom/0', 'type'),
  'a question of no type': wrong(asks({ ...text, type: undefined }), '/custom/0/type', 'required'),
  'a question of another type': wrong(
    asks({ ...choice, type: 'chioce' }),
    '/custom/0/type',
    'type',
  ),
  'a question of another type’s keys': wrong(
    asks({ ...checkbox, options: choice.options }),
    '/custom/0/options',
    'unknown',
  ),
  ...at('the name of a question', '/custom/0/name', (name) => asks({ ...text, name }), [
    [undefined, 'required'],
    ['', 'required'],
    ['What size?', 'name'],
    ['1st', 'name'],
    ['__proto__', 'name'],
  ]),
  'two questions with one name': beyond(
    asks(checkbox, { ...text, name: checkbox.name }),
    '/custom/1/name',
    'twice',
  ),
  'a question without words': wrong(
    asks({ ...text, label: undefined }),
    '/custom/0/label',
    'required',
  ),
  'a hint that is too long': wrong(
    asks({ ...text, hint: 'a'.repeat(limits.hint + 1) }),
    '/custom/0/hint',
    'too-long',
  ),
  'a question of many lines in quotes': wrong(
    asks({ ...text, multiline: 'yes' }),
    '/custom/0/multiline',
    'type',
  ),
  ...at('the options', '/custom/0/options', (options) => asks({ ...choice, options }), [
    [undefined, 'required'],
    [choice.options.slice(1), 'required'],
    [many(limits.options + 1, (i) => ({ value: `v${i}`, label: 'a' })), 'too-many'],
  ]),
  'no options at all': wrong(asks({ ...several, options: [] }), '/custom/0/options', 'required'),
  'an option that is a text': wrong(
    asks({ ...several, options: ['small'] }),
    '/custom/0/options/0',
    'type',
  ),
  'an option with a value of words': wrong(
    asks({ ...several, options: [{ value: 'Very Large', label: 'Very large' }] }),
    '/custom/0/options/0/value',
    'id',
  ),
  'two options with one value': beyond(
    asks({ ...several, options: [several.options[0], several.options[0]] }),
    '/custom/0/options/1/value',
    'twice',
  ),

  'one consent too many': wrong(
    consents(...many(limits.consents + 1, (i) => ({ ...consent, id: `c${i}` }))),
    '/consents',
    'too-many',
  ),
  'a consent without words': wrong(consents({ id: 'a' }), '/consents/0/text', 'required'),
  'a consent of too many words': wrong(
    consents({ id: 'a', text: 'a'.repeat(limits.consent + 1) }),
    '/consents/0/text',
    'too-long',
  ),
  'two consents with one id': beyond(consents(consent, consent), '/consents/1/id', 'twice'),

  ...at('the privacy notice', '/privacy/url', (url) => pledge({ privacy: { url } }), [
    ['http://example.org/', 'url'],
    ['example.org/privacy', 'url'],
    ['/privacy', 'url'],
    ['https://example', 'url'],
    ['https://na.me@example.org/', 'url'],
  ]),
  ...at('the age', '/privacy/minimumAge', (minimumAge) => pledge({ privacy: { minimumAge } }), [
    [0, 'number'],
    [limits.minimumAge + 1, 'number'],
    ['13', 'type'],
  ]),
  'younger ones counted in quotes': wrong(
    pledge({ privacy: { countYounger: 'yes' } }),
    '/privacy/countYounger',
    'type',
  ),
  'a link to share that is none': wrong(pledge({ share: { url: 'here' } }), '/share/url', 'url'),
  'a text to share that is too long': wrong(
    pledge({ share: { text: 'a'.repeat(limits.shareText + 1) } }),
    '/share/text',
    'too-long',
  ),
  'thanks in two paragraphs': wrong(
    pledge({ thanks: { text: 'a\nb' } }),
    '/thanks/text',
    'characters',
  ),
  'a redirect to a script': wrong(
    pledge({ thanks: { redirect: 'javascript:alert(1)' } }),
    '/thanks/redirect',
    'url',
  ),
  'an issue by its title': wrong(pledge({ issue: 'Foster Care' }), '/issue', 'id'),
  ...at('a color', '/theme/accent', (accent) => pledge({ theme: { accent } }), [
    ['', 'required'],
    ['#b43', 'color'],
    ['b9430b', 'color'],
    ['poppy', 'color'],
    [12, 'type'],
  ]),
  'an unknown color': wrong(pledge({ theme: { acent: '#b9430b' } }), '/theme/acent', 'unknown'),
};
