import * as z from 'zod/mini';
import { line, paragraphs } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

/**
 * What is pledged: the ids of the commitments that were ticked, in the campaign's own terms, and
 * whether the signer's name may be shown in public.
 */
export const pledge = z.object(
  {
    commitments: z
      .array(text(line(64)), { error: requiredOrType })
      .check(z.maxLength(50, 'too-long')),
    comment: z.optional(text(paragraphs(4000))),
    showName: z.boolean('type'),
  },
  { error: requiredOrType },
);

export type Pledge = z.infer<typeof pledge>;
