import * as z from 'zod/mini';

const count = z.int().check(z.nonnegative());

/** How many are in so far. `asOf` is an RFC 3339 time. */
export const counts = z.object({
  individuals: count,
  organizations: count,
  asOf: z.iso.datetime({ offset: true }),
});

export type Counts = z.infer<typeof counts>;
