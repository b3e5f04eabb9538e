import type { Submission } from '@pro-kid/contract';
import { canonicalEmail } from './canonical-email.ts';
import { canonicalName } from './canonical-name.ts';

/** Who sent a submission, as far as one can be told from another. */
export interface Person {
  /** The e-mail address as it was given, to write to. */
  email: string | null;
  /** The mailbox it leads to, to find all that came from it. */
  mailbox: string | null;
  /** Who is counted once: null for those without a name, who cannot be told apart. */
  person: string | null;
}

const NOBODY: Person = { email: null, mailbox: null, person: null };

/**
 * Tells who sent a submission. Several organizations may use one mailbox, such as that of an office
 * they share, so that their names part them; and who speaks for one may also join as a person.
 */
export function personOf({ member }: Pick<Submission, 'member'>): Person {
  if (member.kind === 'anonymous') return NOBODY;
  const mailbox = canonicalEmail(member.email);
  const person =
    member.kind === 'individual'
      ? `individual ${mailbox}`
      : `organization ${mailbox} ${canonicalName(member.name)}`;
  return { email: member.email, mailbox, person };
}
