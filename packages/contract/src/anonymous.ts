import * as z from 'zod/mini';

/** Somebody who is counted without any personal data, as those are who are too young to give theirs. */
export const anonymous = z.object({ kind: z.literal('anonymous', 'type') });

export type Anonymous = z.infer<typeof anonymous>;
