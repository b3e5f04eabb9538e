import * as z from 'zod/mini';
import { languageTag } from './language-tag.ts';
import { line, paragraphs } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

/**
 * One question of consent and its answer. `text` holds the exact words that the visitor saw, in
 * `language`: without them a "yes" cannot be shown to mean anything later.
 */
export const consent = z.object(
  {
    id: text(line(64)),
    granted: z.boolean('type'),
    text: text(paragraphs(4000)).check(z.minLength(1, 'required')),
    language: languageTag,
  },
  { error: requiredOrType },
);

export type Consent = z.infer<typeof consent>;
