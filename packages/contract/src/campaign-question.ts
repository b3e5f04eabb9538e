import * as z from 'zod/mini';
import { campaignLimits as limits } from './campaign-limits.ts';
import { list } from './list.ts';
import { localizedText } from './localized-text.ts';
import { answerName } from './rules/answer-name.ts';
import { identifier } from './rules/identifier.ts';
import { line } from './rules/rule.ts';
import { requiredOrType, requiredOrTypeAt, text } from './text.ts';
import { unique } from './unique.ts';

const parts = {
  name: text(answerName),
  label: localizedText(line(limits.label)),
  hint: z.optional(localizedText(line(limits.hint))),
  required: z.optional(z.boolean('type')),
};

const option = z.strictObject(
  { value: text(identifier(limits.id)), label: localizedText(line(limits.label)) },
  { error: requiredOrType },
);

const options = (minimum: number) => list(option, minimum, limits.options).check(unique('value'));

const written = z.strictObject({
  type: z.literal('text'),
  ...parts,
  multiline: z.optional(z.boolean('type')),
});
const choice = z.strictObject({
  type: z.literal('choice'),
  ...parts,
  options: options(2),
});
const several = z.strictObject({
  type: z.literal('several'),
  ...parts,
  options: options(1),
});
const checkbox = z.strictObject({ type: z.literal('checkbox'), ...parts });

/**
 * A question of a campaign's own. What is answered is sent in `answers`, under its name: a text as it
 * is written, a choice as the value of its option, several as their values joined by `, `, and a
 * checkbox as `yes` or `no`.
 */
export const campaignQuestion = z.discriminatedUnion('type', [written, choice, several, checkbox], {
  error: requiredOrTypeAt('type'),
});

export type CampaignQuestion = z.infer<typeof campaignQuestion>;
