import * as z from 'zod/mini';
import { individual } from './individual.ts';
import { organization } from './organization.ts';

/** Who joins: told apart by `kind`. */
export const member = z.discriminatedUnion('kind', [individual, organization], 'type');

export type Member = z.infer<typeof member>;
export type MemberKind = Member['kind'];
