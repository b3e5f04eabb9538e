import * as z from 'zod/mini';
import { paragraphs } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

/** What a signer adds to a petition: why they sign, and whether their name may be shown in public. */
export const petition = z.object(
  {
    comment: z.optional(text(paragraphs(4000))),
    showName: z.boolean('type'),
  },
  { error: requiredOrType },
);

export type Petition = z.infer<typeof petition>;
