import type { Submission } from '@pro-kid/contract';
import type { OpenDatabase } from '../store/engine.ts';
import { lockSubmissions } from '../store/lock-submissions.ts';
import type { ChangeOptions } from '../store/store.ts';
import type { SubmissionRow } from '../store/tables.ts';
import { transact } from '../store/transact.ts';
import { eraseEnded } from './erase-ended.ts';

/** A submission as a link leads to it. */
export interface Linked {
  submission: Submission;
  /** Whether it still has to be confirmed. */
  isWaiting: boolean;
  /** Until when the link can confirm it: an RFC 3339 time in UTC. */
  expiresAt: string;
}

/** When a link was made for a mail, and until when it can confirm: RFC 3339 times in UTC. */
export interface IssuedLink {
  createdAt: string;
  expiresAt: string;
}

/** A mail that may be sent; or why there is to be none: nothing waits for it, or too many wait for an answer. */
export type Issued = { submission: Submission; isInAlready: boolean } | 'settled' | 'too-many';

interface IssueOptions {
  /** In milliseconds since 1970. */
  now: number;
  expiresAt: number;
  /** How many mails one mailbox may have that it did not answer. */
  mostMails: number;
}

/** The links by which people confirm submissions. A token itself is never kept. */
export interface Confirmations {
  /** Notes a link for a submission, before it is mailed. */
  issue(submissionId: string, tokenHash: string, options: IssueOptions): Promise<Issued>;
  /** What a link leads to; undefined for one that there is not. */
  find(tokenHash: string): Promise<Linked | undefined>;
  /** The links that are known for a submission, the oldest first, without what would tell their tokens. */
  linksOf(submissionId: string): Promise<IssuedLink[]>;
  /** Erases links that ended before an RFC 3339 time in UTC; returns how many. */
  eraseEnded(before: string, how?: ChangeOptions): Promise<number>;
}

/** @param family whether a second of a family may count, so that one who is in already does not decide. */
export function createConfirmations(open: OpenDatabase, family: boolean): Confirmations {
  const { database } = open;

  const isInAlready = async ({ scope, person }: SubmissionRow): Promise<boolean> => {
    if (family || scope === null || person === null) return false;
    const holder = await database
      .selectFrom('people')
      .select('place')
      .where('scope', '=', scope)
      .where('person', '=', person)
      .executeTakeFirst();
    return holder !== undefined;
  };

  /** Of other submissions, since one that has to be sent again is no further mail. */
  const countOthers = async (mailbox: string, submissionId: string, now: string) => {
    const { others } = await database
      .selectFrom('confirmations')
      .innerJoin('submissions', 'submissions.id', 'confirmations.submission_id')
      .select(({ fn }) => fn.count<number>('confirmations.submission_id').distinct().as('others'))
      .where('confirmations.mailbox', '=', mailbox)
      .where('confirmations.expires_at', '>', now)
      .where('submissions.state', '=', 'pending')
      .where('submissions.id', '<>', submissionId)
      .executeTakeFirstOrThrow();
    return Number(others);
  };

  return {
    async issue(submissionId, tokenHash, { now, expiresAt, mostMails }) {
      const at = new Date(now).toISOString();
      // Before the others are counted, so that of two at the same moment at least one sees the other.
      const row = await transact(open, async (transaction) => {
        // Whoever erases it has to wait, so that no link is left of what is gone.
        const [row] = await lockSubmissions(transaction, open.engine, [submissionId]);
        if (row?.state !== 'pending' || row.mailbox === null) return undefined;
        const { mailbox } = row;
        await transaction
          .insertInto('confirmations')
          .values({
            token_hash: tokenHash,
            submission_id: submissionId,
            mailbox,
            created_at: at,
            expires_at: new Date(expiresAt).toISOString(),
          })
          .execute();
        return { ...row, mailbox };
      });
      if (row === undefined) return 'settled';
      if ((await countOthers(row.mailbox, submissionId, at)) >= mostMails) {
        await database.deleteFrom('confirmations').where('token_hash', '=', tokenHash).execute();
        return 'too-many';
      }
      return { submission: submissionOf(row), isInAlready: await isInAlready(row) };
    },

    async find(tokenHash) {
      const row = await database
        .selectFrom('confirmations')
        .innerJoin('submissions', 'submissions.id', 'confirmations.submission_id')
        .select(['body', 'state', 'flagged_from', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return (
        row && {
          submission: submissionOf(row),
          isWaiting: row.state === 'pending' || row.flagged_from === 'pending',
          expiresAt: row.expires_at,
        }
      );
    },

    async linksOf(submissionId) {
      const rows = await database
        .selectFrom('confirmations')
        .select(['created_at', 'expires_at'])
        .where('submission_id', '=', submissionId)
        .orderBy('created_at')
        .orderBy('expires_at')
        .execute();
      return rows.map((row) => ({ createdAt: row.created_at, expiresAt: row.expires_at }));
    },

    eraseEnded: (before, how) => eraseEnded(open, before, how),
  };
}

const submissionOf = ({ body }: { body: string }) => JSON.parse(body) as Submission;
