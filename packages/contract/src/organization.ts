import * as z from 'zod/mini';
import { contact } from './individual.ts';
import { memberRules as rules } from './rules/member-rules.ts';
import { text } from './text.ts';

/**
 * An organization that joins through the person named in it, who says that they may speak for it.
 * Small groups have no website and volunteers no job title, so both are optional.
 */
export const organization = z.object({
  kind: z.literal('organization', 'type'),
  name: text(rules.name),
  url: z.optional(text(rules.url)),
  jobTitle: z.optional(text(rules.jobTitle)),
  ...contact,
  authorized: z.literal(true, 'authorized'),
});

export type Organization = z.infer<typeof organization>;
