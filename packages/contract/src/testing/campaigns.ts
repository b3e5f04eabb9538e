import { campaignLimits as limits } from '../campaign-limits.ts';
import type { CampaignQuestion } from '../campaign-question.ts';
import type { Campaign } from '../campaign.ts';
import { many } from './invalid.ts';

/** A pledge that has everything a good one needs, in two languages. Sample text. */
export const samplePledge: Campaign = {
  id: 'sample-pledge',
  type: 'pledge',
  title: { en: 'A sample pledge', es: 'Un compromiso de muestra' },
  statement: [{ en: 'This is sample text.', es: 'Este es un texto de muestra.' }],
  commitments: [
    { id: 'share', text: { en: 'I share samples.', es: 'Comparto muestras.' }, required: true },
    { id: 'write', text: { en: 'I write samples.', es: 'Escribo muestras.' } },
  ],
  goal: { start: 100, steps: [500, 1000], offline: 12 },
  opens: '2026-11-01T00:00:00-07:00',
  closes: '2099-12-31T23:59:00-08:00',
  timeZone: 'America/Los_Angeles',
  endpoint: {
    url: 'https://example.org/sign',
    format: 'json',
    counts: { url: 'https://example.org/counts' },
  },
  consents: [{ id: 'updates', text: { en: 'Send me samples.', es: 'Envíenme muestras.' } }],
  privacy: { url: 'https://example.org/privacy', minimumAge: 13, countYounger: true },
};

/** A petition, in one language that is not told. Sample text. */
export const samplePetition: Campaign = {
  id: 'sample-petition',
  type: 'petition',
  title: 'A sample petition',
  to: 'The sample board',
  ask: 'We ask for samples.',
  statement: ['This is sample text.'],
  endpoint: { url: 'https://example.org/sign' },
  privacy: { url: 'https://example.org/privacy' },
};

const option = (value: string) => ({ value, label: { en: value, es: value } });
const label = { en: 'A sample question', es: 'Una pregunta de muestra' };

/** A question of each type. */
export const sampleQuestions = {
  text: { type: 'text', name: 'story', label, hint: label, required: true, multiline: true },
  choice: { type: 'choice', name: 'size', label, options: [option('small'), option('large')] },
  several: { type: 'several', name: 'days', label, options: [option('weekend')] },
  checkbox: { type: 'checkbox', name: 'volunteer', label, required: false },
} satisfies Record<string, CampaignQuestion>;

const a = (length: number) => 'a'.repeat(length);

/** Campaigns that are fine as they are, by what is special in them. */
export const validCampaigns: Readonly<Record<string, Campaign>> = {
  'a pledge': samplePledge,
  'a petition': samplePetition,
  'a pledge with nothing optional': {
    id: 'a',
    type: 'pledge',
    title: 'T',
    statement: ['S'],
    commitments: [{ id: 'c', text: 'C' }],
  },
  'every optional key': {
    ...samplePledge,
    $schema: './campaign.schema.json',
    example: true,
    translation: 'draft',
    test: true,
    kinds: ['organization', 'individual'],
    fields: {
      telephone: 'hidden',
      postalCode: 'required',
      comment: 'optional',
      showName: 'optional',
    },
    custom: Object.values(sampleQuestions),
    endpoint: {
      url: 'http://localhost:8080/sign',
      format: 'form',
      fields: { 'given-name': 'first_name', widget: '' },
      extra: { list: '7' },
      headers: { 'x-list': '7' },
      idempotencyKey: true,
      counts: {
        url: 'https://example.org/counts',
        format: 'action-network',
        map: { individuals: '/people/0', organizations: '/a~1b', asOf: '/as~0of' },
      },
    },
    share: { url: 'https://example.org/', text: 'Samples!' },
    thanks: { text: { en: 'Thank you.', es: 'Gracias.' }, redirect: 'https://example.org/thanks' },
    issue: 'sample-issue',
    theme: { accent: '#B9430B', onAccent: '#ffffff', ink: '#000000', paper: '#ffffff' },
  },
  'empty groups and lists': {
    ...samplePetition,
    goal: {},
    fields: {},
    custom: [],
    consents: [],
    privacy: {},
    share: {},
    thanks: {},
    theme: {},
  },
  'moments without seconds, in UTC': {
    ...samplePledge,
    opens: '2028-02-29T00:00Z',
    closes: '2028-02-29T00:01Z',
  },
  'a time zone that is not by a city': { ...samplePledge, timeZone: 'UTC' },
  'a goal that is one number': { ...samplePledge, goal: { start: 1 } },
  'a goal of steps alone': { ...samplePledge, goal: { steps: [1, 2] } },
  'an endpoint by its number': { ...samplePledge, endpoint: { url: 'http://127.0.0.1/sign' } },
  'the most of everything': {
    ...samplePledge,
    id: a(limits.id),
    title: a(limits.title),
    statement: many(limits.paragraphs, () => 'a'),
    commitments: many(limits.commitments, (index) => ({ id: `c${index}`, text: 'a' })),
    goal: {
      start: 1,
      steps: many(limits.steps, (index) => limits.signatures - limits.steps + index + 1),
      offline: limits.signatures,
    },
    custom: [
      {
        ...sampleQuestions.choice,
        label: a(limits.label),
        options: many(limits.options, (index) => ({ value: `v${index}`, label: 'a' })),
      },
      ...many(limits.questions - 1, (index) => ({
        ...sampleQuestions.checkbox,
        name: `q${index}`,
      })),
    ],
    consents: many(limits.consents, (index) => ({ id: `c${index}`, text: 'a' })),
    privacy: { minimumAge: limits.minimumAge },
    endpoint: {
      url: `https://example.org/${a(limits.url - 20)}`,
      extra: Object.fromEntries(many(limits.names, (index) => [`n${index}`, a(limits.value)])),
    },
  },
  'the longest texts': {
    ...samplePledge,
    statement: [a(limits.paragraph)],
    commitments: [{ id: 'c', text: a(limits.commitment) }],
    consents: [{ id: 'c', text: a(limits.consent) }],
    custom: [{ type: 'text', name: a(64), label: 'a', hint: a(limits.hint) }],
    share: { text: a(limits.shareText) },
  },
  'markup is text like any other': { ...samplePetition, title: '<script>alert(1)</script>' },
};
