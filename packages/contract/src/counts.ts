import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

const byKind = { individuals: count, organizations: count };
const partnerCounts = z.object(byKind);

export type PartnerCounts = z.infer<typeof partnerCounts>;

/**
 * By the ids of partners, which are anybody's texts: what was checked has no prototype, and a partner
 * called `__proto__` is one like the others, where zod's own record would leave it out without a word.
 */
const partners = z.custom<Record<string, PartnerCounts>>(isRecord).check(
  z.check((payload) => {
    const checked: Record<string, PartnerCounts> = Object.create(null);
    for (const [id, value] of Object.entries(payload.value)) {
      const result = partnerCounts.safeParse(value);
      if (result.success) checked[id] = result.data;
      else payload.issues.push(...result.error.issues.map((issue) => beneath(id, issue)));
    }
    payload.value = checked;
  }),
);

const beneath = (id: string, { message, path }: z.core.$ZodIssue) => ({
  code: 'custom' as const,
  message,
  path: [id, ...path],
  input: undefined,
});

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * How many are in so far: who joined, or who signed one campaign. `asOf` is an RFC 3339 time.
 * `partners` says, where it was asked for, through whose pages, by partner id: those with the most
 * signatures, in no order.
 */
export const counts = z.object({
  ...byKind,
  asOf: z.iso.datetime({ offset: true }),
  partners: z.optional(partners),
});

export type Counts = z.infer<typeof counts>;
