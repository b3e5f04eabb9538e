import * as z from 'zod/mini';
import { ANSWER_NAME, answerRule } from './rules/answer-rule.ts';
import { anonymous } from './anonymous.ts';
import { consent } from './consent.ts';
import { languageTag } from './language-tag.ts';
import { individual } from './individual.ts';
import type { Member } from './member.ts';
import { organization } from './organization.ts';
import { petition } from './petition.ts';
import { pledge } from './pledge.ts';
import { source } from './source.ts';
import { requiredOrType, text } from './text.ts';

/** Answers to questions of the partner's own, by field name. */
const answers = z
  .record(z.string().check(z.regex(ANSWER_NAME, 'characters')), text(answerRule), {
    error: requiredOrType,
  })
  .check(z.refine((all) => Object.keys(all).length <= 50, 'too-long'));

/** Who sends it: told apart by `kind`. */
const sender = z.discriminatedUnion('kind', [individual, organization, anonymous], 'type');

/**
 * What a widget sends, version 1: the body of the `json` format.
 *
 * `id` is a UUID v4 made once per filled form and kept over retries, so that an endpoint can store
 * it once however often it arrives. A submission of type `pledge` has a `pledge`, and one of type
 * `petition` may have a `petition`. Nobody joins without a name: a member of kind `anonymous` can only
 * pledge or sign. `submittedAt` is an RFC 3339 time in UTC. Unknown keys are dropped, so that a newer
 * widget can talk to an older endpoint.
 */
export const submission = z
  .object(
    {
      version: z.literal(1, { error: requiredOrType }),
      id: z.uuidv4({ error: requiredOrType }),
      type: z.enum(['join', 'pledge', 'petition'], { error: requiredOrType }),
      member: sender,
      pledge: z.optional(pledge),
      petition: z.optional(petition),
      answers: z.optional(answers),
      consents: z.array(consent, { error: requiredOrType }).check(z.maxLength(20, 'too-long')),
      source,
      language: languageTag,
      submittedAt: z.iso.datetime({ error: requiredOrType }),
    },
    { error: requiredOrType },
  )
  .check(
    z.refine(({ type, pledge }) => (type === 'pledge') === (pledge !== undefined), {
      error: 'required',
      path: ['pledge'],
    }),
    z.refine(({ type, petition }) => type === 'petition' || petition === undefined, {
      error: 'type',
      path: ['petition'],
    }),
    z.refine(({ type, member }) => type !== 'join' || member.kind !== 'anonymous', {
      error: 'type',
      path: ['member', 'kind'],
    }),
  );

export type Submission = z.infer<typeof submission>;
/** A submission of somebody who says who they are. */
export type NamedSubmission = Submission & { member: Member };
export type SubmissionType = Submission['type'];
