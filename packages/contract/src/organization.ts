import * as z from 'zod/mini';
import { contact } from './individual.ts';
import { line } from './text.ts';
import { website } from './website.ts';

/**
 * An organization that joins through the person named in it, who says that they may speak for it.
 * Small groups have no website and volunteers no job title, so both are optional.
 */
export const organization = z.object({
  kind: z.literal('organization', 'type'),
  name: line(),
  url: z.optional(website),
  jobTitle: z.optional(line()),
  ...contact,
  authorized: z.literal(true, 'authorized'),
});

export type Organization = z.infer<typeof organization>;
