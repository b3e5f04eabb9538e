import type { Counts, Submission } from '@pro-kid/contract';
import type { Selectable } from 'kysely';
import type { Confirmations } from '../confirmation/confirmations.ts';
import type { Inbox } from './inbox.ts';
import type { DeadLetters } from '../outbox/dead-letters.ts';
import type { OutboxQueue } from '../outbox/outbox-queue.ts';
import type { OutboxKind, OutboxRow, SubmissionRow, SubmissionState } from './tables.ts';

/** Something to be sent for a submission, kept together with it. */
export interface OutboxDraft {
  kind: OutboxKind;
  /** Where to: the name of a relay, or '' where the kind says it. */
  target: string;
  /** JSON that the kind defines. */
  payload: string;
  /** The states in which the submission is to have it. */
  states: readonly SubmissionState[];
}

/** What is to be sent for a submission that comes to count, whether at once or later. */
export type WhenCounted = (
  what: Pick<SubmissionRow, 'type' | 'kind' | 'campaign'>,
) => readonly Omit<OutboxDraft, 'states'>[];

/** A submission that arrived, and what is known about it besides. */
export interface Entry {
  submission: Submission;
  /** Its canonical JSON, where that was made already. */
  body?: string;
  /** Tells two contents under one id apart. */
  fingerprint: string;
  /** The IP address it came from, to hold to limits (default: none). */
  address?: string | null;
  /** Whether it is held to the limits of its address (default: no). */
  isLimited?: boolean;
  /** Why it is kept without being counted: a code such as `blocked` (default: it is counted). */
  flag?: string | undefined;
  /** Whether the person still has to confirm it: it is not counted before (default: no). */
  pending?: boolean;
  outbox?: readonly OutboxDraft[];
}

/**
 * How an entry was kept: newly; already there with the same content; durably, and still to be counted;
 * or not at all, since its id is taken.
 */
export type Verdict =
  /** `decidedAt` is when it came to its state, an RFC 3339 time in UTC; null while it is pending. */
  | { kept: 'stored' | 'same'; state: SubmissionState; decidedAt: string | null }
  | { kept: 'waiting' }
  | { kept: 'other' };

/** What to count: all who joined; or with a campaign, who signed it. */
export interface CountsScope {
  campaign?: string | undefined;
  /** Also through which partners, by their ids, for those with the most signatures. */
  byPartner?: boolean | undefined;
}

/** Which submissions: those to which all that is given applies. */
export interface SubmissionFilter {
  ids?: readonly string[] | undefined;
  /** Of the mailbox that this address leads to. */
  email?: string | undefined;
  /** The part after the `@`, such as `example.org`, where `*` stands for any characters. */
  emailDomain?: string | undefined;
  /** An IP address, or a network such as `192.0.2.0/24`. */
  network?: string | undefined;
  /** Only those whose IP address is kept (default: all). */
  withAddress?: boolean | undefined;
  type?: Submission['type'] | undefined;
  campaign?: string | undefined;
  partner?: string | undefined;
  states?: readonly SubmissionState[] | undefined;
  /** Only those that no link can confirm at this RFC 3339 time in UTC or later (default: all). */
  withoutLinkAt?: string | undefined;
  /** Why they were flagged. */
  reason?: string | undefined;
  /** Received at this RFC 3339 time in UTC or later. */
  from?: string | undefined;
  /** Received before this RFC 3339 time in UTC. */
  before?: string | undefined;
}

export interface ChangeOptions {
  /** Only says how many it would be. */
  preview?: boolean;
  /** Stops between two transactions: what was done until then stays, and can be gone on with. */
  signal?: AbortSignal;
  /** Is told, after each transaction, how many it is so far. */
  onProgress?: (changed: number) => void;
}

/** Whether counts keep those whose rows are erased. */
export type CountsOfErased = 'keep' | 'drop';

/** A scope or one partner in it whose counts were not those of its rows. */
export interface Correction {
  /** '' for joins, else a campaign. */
  scope: string;
  /** '' for the whole scope. */
  partner: string;
  before: { individuals: number; organizations: number };
  after: { individuals: number; organizations: number };
}

/** Where submissions are kept. A promise is fulfilled only when what it says is durable. */
export interface Store {
  /**
   * Keeps submissions, each id once however often it arrives, in one transaction. One that cannot be
   * kept does not keep the others from it.
   *
   * @returns a verdict for each, or the error that kept it out, in the same order.
   */
  add(entries: readonly Entry[]): Promise<(Verdict | Error)[]>;

  /** How a submission is kept, as {@link add} would say; undefined where its id is not known. */
  find(id: string, fingerprint: string): Promise<Verdict | undefined>;

  /**
   * Counts a submission that was pending, unless its person is counted already.
   *
   * @returns its state afterwards; undefined where there is none. A second time changes nothing.
   */
  confirm(id: string): Promise<SubmissionState | undefined>;

  /** How many individuals and organizations count (default: of those who joined); zeros for an unknown campaign. */
  counts(scope?: CountsScope): Promise<Counts>;

  /** Makes all counts anew from the rows that count, and returns those that were wrong. */
  recount(): Promise<Correction[]>;

  /** Takes submissions out of the counts, for a reason that is a code; returns how many. */
  flag(filter: SubmissionFilter, reason: string, options?: ChangeOptions): Promise<number>;

  /** Gives flagged submissions back the state that they would have; returns how many. */
  unflag(filter: SubmissionFilter, options?: ChangeOptions): Promise<number>;

  /** Submissions in the order in which they came. */
  export(filter?: SubmissionFilter): AsyncIterable<SubmissionRow>;

  /** What is or was to be sent for submissions, oldest first. */
  findOutbox(submissionIds: readonly string[]): Promise<Selectable<OutboxRow>[]>;

  /** Erases all that came from the mailbox of an e-mail address; returns how many submissions. */
  deletePerson(email: string, counts: CountsOfErased, options?: ChangeOptions): Promise<number>;

  /** Erases submissions and what is to be sent for them; returns how many. */
  purge(filter: SubmissionFilter, counts: CountsOfErased, options?: ChangeOptions): Promise<number>;

  /** Erases the IP addresses of submissions; returns how many. */
  eraseAddresses(filter: SubmissionFilter, options?: ChangeOptions): Promise<number>;

  /** What a rush brought, before it is counted. */
  readonly inbox: Inbox;

  /** How much waits in the outbox, by kind; a kind of which nothing waits may be missing. */
  countWaiting(): Promise<Partial<Record<OutboxKind, number>>>;

  /** What is still to be sent for submissions. */
  readonly outbox: OutboxQueue & { letters: DeadLetters };

  /** The links by which people confirm. */
  readonly confirmations: Confirmations;

  /** Fulfilled when a write succeeds, so that a full disk or a read-only file is noticed. */
  probe(): Promise<void>;

  /** Waits for running writes, then lets go of the database. */
  close(): Promise<void>;
}
