import * as z from 'zod/mini';
import { alongside, isObject } from './alongside.ts';
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
import { unique } from './unique.ts';

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

/** Signatures to reach, each step larger than the one before. */
const steps = list(whole(1, limits.signatures), 1, limits.steps).check(
  alongside(Array.isArray, (all: number[]) =>
    all.flatMap((step, index) =>
      index > 0 && step <= all[index - 1]! ? { path: [index], code: 'order' } : [],
    ),
  ),
);

const goal = z
  .strictObject(
    {
      start: z.optional(whole(1, limits.signatures)),
      steps: z.optional(steps),
      offline: z.optional(whole(0, limits.signatures)),
    },
    { error: requiredOrType },
  )
  .check(
    alongside(isObject, ({ start, steps }) =>
      start !== undefined && Array.isArray(steps) && steps[0]! <= start
        ? [{ path: ['steps', 0], code: 'order' }]
        : [],
    ),
  );

/** Keys that one type of campaign needs, and the other cannot have. */
const keysOfType = { pledge: ['commitments'], petition: ['to', 'ask'] } as const;

/**
 * A campaign: what visitors are asked to pledge, or to ask of somebody, and where it is sent. People
 * write this file by hand, so a key that is not known is an error.
 *
 * `opens` and `closes` are moments with their distance from UTC, told to visitors in `timeZone`.
 * `goal.start` is the first goal, and `goal.steps` are those after it. `goal.offline` is how many signed on paper. With `privacy.minimumAge`, in years, whoever is younger
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
      goal: z.optional(goal),
      opens: z.optional(text(moment)),
      closes: z.optional(text(moment)),
      timeZone: z.optional(text(timeZone)),
      endpoint: z.optional(campaignEndpoint),
      kinds: z.optional(
        list(z.enum(['individual', 'organization'], { error: requiredOrType }), 1, 2).check(
          unique(),
        ),
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
    alongside(isObject, (campaign) =>
      (['pledge', 'petition'] as const).flatMap((type) =>
        keysOfType[type].flatMap((key) => {
          const isThere = campaign[key] !== undefined;
          if (campaign.type === type) return isThere ? [] : { path: [key], code: 'required' };
          // It may be anything: what has no text of its own would throw.
          const isType =
            typeof campaign.type === 'string' && Object.hasOwn(keysOfType, campaign.type);
          const isOfAnother = isThere && isType;
          return isOfAnother ? { path: [key], code: 'type-of-campaign' } : [];
        }),
      ),
    ),
    alongside(isObject, ({ opens, closes }) =>
      timeOf(closes) <= timeOf(opens) ? [{ path: ['closes'], code: 'order' }] : [],
    ),
  );

/** In milliseconds since 1970; NaN, which is neither before nor after, for what is no moment. */
function timeOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : NaN;
}

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
