import * as z from 'zod/mini';
import { campaignLimits as limits } from './campaign-limits.ts';
import { countsFormatNames, formatNames } from './format-names.ts';
import { withoutPrototype } from './plain-record.ts';
import { jsonPointer } from './rules/json-pointer.ts';
import { webAddress } from './rules/web-address.ts';
import { requiredOrType, text } from './text.ts';

/** Texts by whatever names a service has for them. */
const names = z.pipe(
  withoutPrototype('unknown'),
  z
    .record(
      z.string().check(z.minLength(1), z.maxLength(limits.value)),
      z.string({ error: requiredOrType }).check(z.maxLength(limits.value, 'too-long')),
      { error: (issue) => (issue.code === 'invalid_key' ? 'unknown' : requiredOrType(issue)) },
    )
    .check(z.refine((all) => Object.keys(all).length <= limits.names, 'too-many')),
);

const pointer = text(jsonPointer(limits.value));

const countsSource = z.strictObject(
  {
    url: text(webAddress(limits.url)),
    format: z.optional(z.enum(countsFormatNames, { error: requiredOrType })),
    map: z.optional(
      z.strictObject(
        {
          individuals: pointer,
          organizations: z.optional(pointer),
          asOf: z.optional(pointer),
        },
        { error: requiredOrType },
      ),
    ),
  },
  { error: requiredOrType },
);

/** Where a campaign's signatures are posted, how, and where the public counts of them are read. */
export const campaignEndpoint = z.strictObject(
  {
    url: text(webAddress(limits.url)),
    format: z.optional(z.enum(formatNames, { error: requiredOrType })),
    fields: z.optional(names),
    extra: z.optional(names),
    headers: z.optional(names),
    idempotencyKey: z.optional(z.boolean('type')),
    counts: z.optional(countsSource),
  },
  { error: requiredOrType },
);
