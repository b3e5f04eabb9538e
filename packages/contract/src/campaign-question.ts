import * as z from 'zod/mini';
import { campaignLimits as limits } from './campaign-limits.ts';
import { list } from './list.ts';
import { localizedText } from './localized-text.ts';
import { answerName } from './rules/answer-name.ts';
import { identifier } from './rules/identifier.ts';
import { line } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

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

const written = z.strictObject({
  type: z.literal('text'),
  ...parts,
  multiline: z.optional(z.boolean('type')),
});
const choice = z.strictObject({
  type: z.literal('choice'),
  ...parts,
  options: list(option, 2, limits.options),
});
const several = z.strictObject({
  type: z.literal('several'),
  ...parts,
  options: list(option, 1, limits.options),
});
const checkbox = z.strictObject({ type: z.literal('checkbox'), ...parts });

/**
 * A question of a campaign's own. What is answered is sent in `answers`, under its name: a text as it
 * is written, a choice as the value of its option, several as their values joined by `, `, and a
 * checkbox as `yes` or `no`.
 */
export const campaignQuestion = z.discriminatedUnion('type', [written, choice, several, checkbox], {
  error: ({ input }) =>
    typeof input === 'object' && input !== null && !Object.hasOwn(input, 'type')
      ? 'required'
      : requiredOrType({ input }),
});

export type CampaignQuestion = z.infer<typeof campaignQuestion>;
