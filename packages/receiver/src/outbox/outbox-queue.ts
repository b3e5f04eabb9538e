import type { Updateable } from 'kysely';
import type { OpenDatabase } from '../store/engine.ts';
import type { OutboxKind, OutboxRow } from '../store/tables.ts';
import { transact } from '../store/transact.ts';

/** Something to be sent, and until when it is ours to send. */
export interface OutboxJob {
  id: string;
  submissionId: string;
  kind: OutboxKind;
  target: string;
  /** JSON that the kind defines. */
  payload: string;
  /** How often it was taken, this time included. */
  attempts: number;
  /** An RFC 3339 time in UTC, as all times here. */
  leaseUntil: string;
}

interface ClaimOptions {
  kinds: readonly OutboxKind[];
  most: number;
  now: string;
  leaseUntil: string;
}

/** What is still to be sent, shared by all processes on the database. */
export interface OutboxQueue {
  /** Takes what is due, the oldest first. Nobody else gets it until its lease ends. */
  claim(options: ClaimOptions): Promise<OutboxJob[]>;
  /** It was sent. As with all that follows, nothing happens where the lease was lost to somebody else. */
  finish(job: OutboxJob, now: string): Promise<void>;
  /** It is to be tried again at a time; `code` says why. */
  postpone(job: OutboxJob, dueAt: string, code: string): Promise<void>;
  /** It is never to be tried again; `code` says why. */
  abandon(job: OutboxJob, code: string, now: string): Promise<void>;
  /** When the next is due; undefined where nothing waits. */
  nextDue(kinds: readonly OutboxKind[]): Promise<string | undefined>;
}

/** The queue in the table `outbox`. A lease is a due time that is put off, so that one index finds both. */
export function createOutboxQueue(open: OpenDatabase): OutboxQueue {
  const { database, engine } = open;

  const settle = async (job: OutboxJob, change: Updateable<OutboxRow>): Promise<void> => {
    await transact(open, (transaction) =>
      transaction
        .updateTable('outbox')
        .set({ lease_until: null, ...change })
        .where('id', '=', job.id)
        .where('state', '=', 'waiting')
        .where('lease_until', '=', job.leaseUntil)
        .execute(),
    );
  };

  return {
    async claim({ kinds, most, now, leaseUntil }) {
      const rows = await transact(open, (transaction) =>
        transaction
          // Found once, whatever the planner thinks: what is locked is what is taken.
          .with(
            (name) => name('due').materialized(),
            (query) => {
              const due = query
                .selectFrom('outbox')
                .select('id')
                .where('state', '=', 'waiting')
                .where('due_at', '<=', now)
                .where('kind', 'in', kinds)
                .orderBy('due_at')
                .limit(most);
              return engine.lockRows ? due.forUpdate().skipLocked() : due;
            },
          )
          .updateTable('outbox')
          .set((builder) => ({
            due_at: leaseUntil,
            lease_until: leaseUntil,
            attempts: builder('attempts', '+', 1),
          }))
          .where('id', 'in', (query) => query.selectFrom('due').select('id'))
          .returning(['id', 'submission_id', 'kind', 'target', 'payload', 'attempts'])
          .execute(),
      );
      return rows.map(({ submission_id, ...row }) => ({
        ...row,
        submissionId: submission_id,
        leaseUntil,
      }));
    },

    finish: (job, now) => settle(job, { state: 'done', finished_at: now, last_error: null }),

    postpone: (job, dueAt, code) => settle(job, { due_at: dueAt, last_error: code }),

    abandon: (job, code, now) => settle(job, { state: 'dead', finished_at: now, last_error: code }),

    async nextDue(kinds) {
      const next = await database
        .selectFrom('outbox')
        .select('due_at')
        .where('state', '=', 'waiting')
        .where('kind', 'in', kinds)
        .orderBy('due_at')
        .limit(1)
        .executeTakeFirst();
      return next?.due_at;
    },
  };
}
