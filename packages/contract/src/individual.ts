import * as z from 'zod/mini';
import { email } from './email.ts';
import { postalCode } from './postal-code.ts';
import { line } from './text.ts';

/**
 * How to reach a person. One name is enough, since many people have only one; the ZIP code and
 * the telephone (any format) are the visitor's to give.
 */
export const contact = {
  givenName: line(),
  familyName: z.optional(line()),
  email,
  telephone: z.optional(line(64)),
  postalCode: z.optional(postalCode),
};

/** A person who joins in their own name. */
export const individual = z.object({
  kind: z.literal('individual', 'type'),
  ...contact,
});

export type Individual = z.infer<typeof individual>;
