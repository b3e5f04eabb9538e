import * as z from 'zod/mini';
import { ANSWER_NAME } from './rules/answer-rule.ts';
import { line } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

const pageAddress = z.optional(text(line(2048)));

/**
 * Where a submission came from. Never more of the page than origin and path: queries carry personal
 * data. `parameters` holds those of the page's query that its owner named, at most 10.
 */
export const source = z.object(
  {
    campaign: z.optional(text(line())),
    partner: z.optional(text(line())),
    page: pageAddress,
    referrer: pageAddress,
    utm: z.optional(
      z.object(
        {
          source: z.optional(text(line())),
          medium: z.optional(text(line())),
          campaign: z.optional(text(line())),
          term: z.optional(text(line())),
          content: z.optional(text(line())),
        },
        { error: requiredOrType },
      ),
    ),
    parameters: z.optional(
      z
        .record(z.string().check(z.regex(ANSWER_NAME, 'characters')), text(line()), {
          error: requiredOrType,
        })
        .check(z.refine((all) => Object.keys(all).length <= 10, 'too-long')),
    ),
    widget: text(line(64)),
    widgetVersion: text(line(64)),
  },
  { error: requiredOrType },
);

export type Source = z.infer<typeof source>;
