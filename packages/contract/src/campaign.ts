import * as z from 'zod/mini';
import { campaignEndpoint } from './campaign-endpoint.ts';
import { campaignLimits as limits } from './campaign-limits.ts';
import { campaignQuestion } from './campaign-question.ts';
import { list } from './list.ts';
import { localizedText } from './localized-text.ts';
import { color } from './rules/color.ts';
import { identifier } from './rules/identifier.ts';
import { moment } from './rules/moment.ts';
import { line, type ErrorCode } from './rules/rule.ts';
import { secureUrl } from './rules/secure-url.ts';
import { timeZone } from './rules/time-zone.ts';
import { requiredOrType, text } from './text.ts';

const id = text(identifier(limits.id));
const flag = z.optional(z.boolean('type'));
const paragraph = localizedText(line(limits.paragraph));
const link = text(secureUrl(limits.url));

const whole = (minimum: number, maximum: number) =>
  z
    .number({ error: requiredOrType })
    .check(z.multipleOf(1, 'number'), z.minimum(minimum, 'number'), z.maximum(maximum, 'number'));

/** A group of keys, none of which is needed. */
const group = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.optional(z.strictObject(shape, { error: requiredOrType }));

const presence = z.optional(z.enum(['hidden', 'optional', 'required'], { error: requiredOrType }));

const commitment = z.strictObject(
  { id, text: localizedText(line(limits.commitment)), required: flag },
  { error: requiredOrType },
);

const consentQuestion = z.strictObject(
  { id, text: localizedText(line(limits.consent)), required: flag },
  { error: requiredOrType },
);

/** Whether no two of a list have the same value of a key; the second of two is the wrong one. */
const unique = <Key extends string>(key: Key) =>
  z.check<Record<Key, string>[]>(({ value, issues }) => {
    value.forEach((each, index) => {
      const isFirst = value.findIndex((other) => other[key] === each[key]) === index;
      if (!isFirst) {
        issues.push({ code: 'custom', message: 'twice', path: [index, key], input: each[key] });
      }
    });
  });

/** Signatures to reach, each step larger than the one before. */
const steps = list(whole(1, limits.signatures), 1, limits.steps).check(
  z.check(({ value, issues }) => {
    value.forEach((step, index) => {
      if (index > 0 && step <= value[index - 1]!) {
        issues.push({ code: 'custom', message: 'order', path: [index], input: step });
      }
    });
  }),
);

/**
 * A campaign: what visitors are asked to pledge, or to ask of somebody, and where it is sent. People
 * write this file by hand, so a key that is not known is an error.
 *
 * `opens` and `closes` are moments with their distance from UTC, told to visitors in `timeZone`.
 * `goal.offline` is how many signed on paper. With `privacy.minimumAge`, in years, whoever is younger
 * can send nothing, or with `privacy.countYounger` one pledge without any personal data.
 */
export const campaign = z
  .strictObject(
    {
      $schema: z.optional(text(line(limits.url))),
      id,
      type: z.enum(['pledge', 'petition'], { error: requiredOrType }),
      example: flag,
      translation: z.optional(z.literal('draft', 'type')),
      test: flag,
      title: localizedText(line(limits.title)),
      to: z.optional(localizedText(line(limits.title))),
      ask: z.optional(paragraph),
      statement: list(paragraph, 1, limits.paragraphs),
      commitments: z.optional(list(commitment, 1, limits.commitments).check(unique('id'))),
      goal: group({
        start: z.optional(whole(1, limits.signatures)),
        steps: z.optional(steps),
        offline: z.optional(whole(0, limits.signatures)),
      }),
      opens: z.optional(text(moment)),
      closes: z.optional(text(moment)),
      timeZone: z.optional(text(timeZone)),
      endpoint: z.optional(campaignEndpoint),
      kinds: z.optional(
        list(z.enum(['individual', 'organization'], { error: requiredOrType }), 1, 2),
      ),
      fields: group({
        telephone: presence,
        postalCode: presence,
        comment: presence,
        showName: z.optional(z.enum(['hidden', 'optional'], { error: requiredOrType })),
      }),
      custom: z.optional(list(campaignQuestion, 0, limits.questions).check(unique('name'))),
      consents: z.optional(list(consentQuestion, 0, limits.consents).check(unique('id'))),
      privacy: group({
        url: z.optional(link),
        minimumAge: z.optional(whole(1, limits.minimumAge)),
        countYounger: flag,
      }),
      share: group({
        url: z.optional(link),
        text: z.optional(localizedText(line(limits.shareText))),
      }),
      thanks: group({ text: z.optional(paragraph), redirect: z.optional(link) }),
      issue: z.optional(id),
      theme: group({
        accent: z.optional(text(color)),
        onAccent: z.optional(text(color)),
        ink: z.optional(text(color)),
        paper: z.optional(text(color)),
      }),
    },
    { error: requiredOrType },
  )
  .check(
    z.refine(({ type, commitments }) => type !== 'pledge' || commitments !== undefined, {
      error: 'required',
      path: ['commitments'],
    }),
    z.refine(({ type, to }) => type !== 'petition' || to !== undefined, {
      error: 'required',
      path: ['to'],
    }),
    z.refine(({ type, ask }) => type !== 'petition' || ask !== undefined, {
      error: 'required',
      path: ['ask'],
    }),
    z.refine(({ type, commitments }) => type !== 'petition' || commitments === undefined, {
      error: 'type-of-campaign',
      path: ['commitments'],
    }),
    z.refine(({ type, to }) => type !== 'pledge' || to === undefined, {
      error: 'type-of-campaign',
      path: ['to'],
    }),
    z.refine(({ type, ask }) => type !== 'pledge' || ask === undefined, {
      error: 'type-of-campaign',
      path: ['ask'],
    }),
    z.refine(({ opens, closes }) => !opens || !closes || Date.parse(opens) < Date.parse(closes), {
      error: 'order',
      path: ['closes'],
    }),
  );

export type Campaign = z.infer<typeof campaign>;
export type CampaignConsent = z.infer<typeof consentQuestion>;
export type Commitment = z.infer<typeof commitment>;

/** What `check` can say of a campaign, besides the codes of single texts. */
export type CampaignErrorCode =
  | ErrorCode
  | 'unknown'
  | 'id'
  | 'name'
  | 'language'
  | 'moment'
  | 'time-zone'
  | 'color'
  | 'pointer'
  | 'number'
  | 'order'
  | 'twice'
  | 'too-many'
  | 'type-of-campaign';
