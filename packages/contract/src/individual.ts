import * as z from 'zod/mini';
import { memberRules as rules } from './rules/member-rules.ts';
import { text } from './text.ts';

/**
 * How to reach a person. One name is enough, since many people have only one; the ZIP code and
 * the telephone (any format) are the visitor's to give.
 */
export const contact = {
  givenName: text(rules.givenName),
  familyName: z.optional(text(rules.familyName)),
  email: text(rules.email),
  telephone: z.optional(text(rules.telephone)),
  postalCode: z.optional(text(rules.postalCode)),
};

/** A person who joins in their own name. */
export const individual = z.object({
  kind: z.literal('individual', 'type'),
  ...contact,
});

export type Individual = z.infer<typeof individual>;
