import type { Generated } from 'kysely';

/** `repeated`: the same person again, kept and never counted. `flagged`: kept, and not counted for a reason. */
export type SubmissionState = 'pending' | 'counted' | 'flagged' | 'repeated';

export interface SubmissionRow {
  /** The sender's UUID. */
  id: string;
  fingerprint: string;
  type: string;
  kind: string;
  /** As it was given; null for those who are counted without a name, and for nobody else. */
  email: string | null;
  /** The mailbox that `email` leads to, to find all that came from it. */
  mailbox: string | null;
  /** Who is counted once in a scope; null for those without a name. */
  person: string | null;
  campaign: string | null;
  partner: string | null;
  /** What it counts for: '' for joins, else the campaign; null for a signature that names none. */
  scope: string | null;
  state: SubmissionState;
  /** Why it is flagged: a code such as `limit`. */
  reason: string | null;
  /** The state that it was flagged from, to give it back. */
  flagged_from: 'pending' | 'counted' | null;
  /** The IP address it came from, until it is erased. */
  address: string | null;
  /** The whole submission, normalised, as canonical JSON. */
  body: string;
  /** RFC 3339 in UTC with milliseconds, by this server's clock, as all times here. */
  received_at: string;
  /** When it came to its state; null while it is pending. */
  decided_at: string | null;
}

/** Who holds a counted place in a scope. `place` is 1, or 2 for the second of a family. */
export interface PersonRow {
  scope: string;
  person: string;
  place: number;
  submission_id: string;
}

export interface CountShardRow {
  scope: string;
  /** '' for the whole scope, whoever came through whom. */
  partner: string;
  /** One of several rows to be summed, so that writers do not wait for each other. */
  shard: number;
  individuals: number;
  organizations: number;
}

export type OutboxKind = 'confirmation' | 'relay';
export type OutboxState = 'waiting' | 'done' | 'dead';

/** What is still to be sent for a submission, kept in the transaction that keeps the submission. */
export interface OutboxRow {
  id: string;
  submission_id: string;
  kind: OutboxKind;
  /** Where to: the name of a relay, or '' where the kind says it. */
  target: string;
  state: OutboxState;
  attempts: Generated<number>;
  /** Not before this moment. */
  due_at: string;
  /** Whoever took it has it until then; afterwards it may be taken again. */
  lease_until: string | null;
  /** A code, never a person's data. */
  last_error: string | null;
  created_at: string;
  finished_at: string | null;
  /** JSON that the kind defines. */
  payload: string;
}

/** Submissions that a rush brought together, on disk and not counted yet. */
export interface InboxRow {
  id: string;
  received_at: string;
  /** How many there are. */
  size: number;
  /** Why it cannot be counted: a code of the database's. It is left alone then. */
  fault: string | null;
  /** JSON: by which rules they are to be counted, as they were when they came. */
  rules: string;
  /** JSON: a list of them, each with what is known about it besides. */
  entries: string;
}

/** A link by which a person confirms a submission. */
export interface ConfirmationRow {
  /** SHA-256 of the token in the link, as base64url: whoever reads the table cannot confirm. */
  token_hash: string;
  submission_id: string;
  /** To whom it was mailed. */
  mailbox: string;
  created_at: string;
  expires_at: string;
}

/**
 * The tables, alike on both engines. The columns of `submissions` beside `body` are copies, to find
 * and count rows by. No key comes from a sequence: each is the sender's UUID, one of ours, or what is
 * counted. So the rows can be spread over machines by the first column of each key.
 */
export interface Tables {
  submissions: SubmissionRow;
  people: PersonRow;
  count_shards: CountShardRow;
  outbox: OutboxRow;
  inbox: InboxRow;
  confirmations: ConfirmationRow;
  /** One row, written by each health check. */
  probe: { id: number; written_at: string };
}
