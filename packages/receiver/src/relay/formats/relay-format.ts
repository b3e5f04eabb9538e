import type { Answer, FormatRequest, Outcome } from '@pro-kid/client';
import type { NamedSubmission, Submission } from '@pro-kid/contract';
import type { Target } from '../target.ts';

/** A submission that counts, at the moment in which it is passed on. */
export interface Relayed<Sent extends Submission = Submission> {
  submission: Sent;
  /** When it came to count: an RFC 3339 time in UTC. */
  countedAt: string;
  /** In milliseconds since 1970. */
  now: number;
}

/** How one kind of service is spoken to by a server: two pure functions, as the formats of pages are. */
export interface RelayFormat {
  /** What carries the submission; an Outcome where the target cannot be used this way. */
  request(relayed: Relayed<NamedSubmission>, target: Target): FormatRequest | Outcome;
  /** What the answer says became of it. */
  read(answer: Answer, submission: NamedSubmission, target: Target): Outcome;
}
