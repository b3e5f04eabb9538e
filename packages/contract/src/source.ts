import * as z from 'zod/mini';
import { line } from './text.ts';

const pageAddress = z.optional(line(2048));

/** Where a submission came from. Never more of the page than origin and path: queries carry personal data. */
export const source = z.object({
  campaign: z.optional(line()),
  partner: z.optional(line()),
  page: pageAddress,
  referrer: pageAddress,
  utm: z.optional(
    z.object({
      source: z.optional(line()),
      medium: z.optional(line()),
      campaign: z.optional(line()),
      term: z.optional(line()),
      content: z.optional(line()),
    }),
  ),
  widget: line(64),
  widgetVersion: line(64),
});

export type Source = z.infer<typeof source>;
