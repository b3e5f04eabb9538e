import * as z from 'zod/mini';
import { counts } from './counts.ts';

/**
 * The acknowledgement: the submission with this id is stored durably (`confirmed`), or stored and
 * waiting for the person to confirm by e-mail (`pending`).
 */
export const receipt = z.object({
  id: z.string(),
  status: z.enum(['confirmed', 'pending']),
  counts: z.catch(z.optional(counts), undefined),
});

export type Receipt = z.infer<typeof receipt>;
