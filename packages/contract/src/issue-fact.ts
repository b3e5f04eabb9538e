import * as z from 'zod/mini';
import { issueLimits as limits } from './issue-limits.ts';
import { localizedText } from './localized-text.ts';
import { calendarDateOrYear } from './rules/calendar-date.ts';
import { figureSentence } from './rules/figure-sentence.ts';
import { line } from './rules/rule.ts';
import { secureUrl } from './rules/secure-url.ts';
import { requiredOrType, requiredOrTypeAt, text } from './text.ts';

/** Where a figure is from. */
const factSource = z.strictObject(
  {
    name: localizedText(line(limits.sourceName)),
    url: z.optional(text(secureUrl(limits.url))),
    date: z.optional(text(calendarDateOrYear)),
  },
  { error: requiredOrType },
);

const parts = {
  unit: localizedText(line(limits.unit)),
  text: localizedText(figureSentence(limits.sentence)),
  source: z.nullable(factSource),
};

const number = (minimum: number, maximum: number) =>
  z
    .number({ error: requiredOrType })
    .check(z.minimum(minimum, 'number'), z.maximum(maximum, 'number'));

const share = number(1, limits.whole).check(z.multipleOf(1, 'number'));
const amount = number(0, limits.value);

// Below a whole of nothing, the part is not to blame.
const ratio = z
  .strictObject({ kind: z.literal('ratio'), part: share, whole: share, ...parts })
  .check(
    z.refine(({ part, whole }) => part <= whole || whole < 1, { error: 'order', path: ['part'] }),
  );

const single = z.strictObject({ kind: z.literal('number'), value: amount, ...parts });

const range = z
  .strictObject({ kind: z.literal('range'), low: amount, high: amount, ...parts })
  .check(z.refine(({ low, high }) => low < high, { error: 'order', path: ['low'] }));

/**
 * A figure and its sentence. `unit` is what is counted, in the plural; `text` has `{figure}` where
 * the figure stands. A source of null says that the movement itself states it.
 */
export const issueFact = z.discriminatedUnion('kind', [ratio, single, range], {
  error: requiredOrTypeAt('kind'),
});

export type IssueFact = z.infer<typeof issueFact>;
