import type { ExpressionBuilder } from 'kysely';
import type { OpenDatabase } from '../store/engine.ts';
import type { ChangeOptions } from '../store/store.ts';
import type { OutboxKind, OutboxState, Tables } from '../store/tables.ts';
import { transact } from '../store/transact.ts';
import { eraseFinished, type WhichFinished } from './erase-finished.ts';

/** How many there are of one kind for one target in one state. */
export interface OutboxCount {
  kind: OutboxKind;
  target: string;
  state: OutboxState;
  count: number;
}

/** Something that was given up, without anything of the person. */
export interface DeadLetter {
  id: string;
  kind: OutboxKind;
  target: string;
  attempts: number;
  /** A code. */
  error: string;
  /** When it was given up: an RFC 3339 time in UTC. */
  finishedAt: string;
}

/** Of what was given up: all, or one by its id, or what is of one target or kind. */
export type WhichDead = { all: true } | { name: string };

/** For the operator: what the outbox holds, and what becomes of that which was given up. */
export interface DeadLetters {
  count(): Promise<OutboxCount[]>;
  /** What was given up, the latest first. */
  dead(most: number): Promise<DeadLetter[]>;
  countDead(which: WhichDead): Promise<number>;
  /** Has it tried again from now on, as often as at first; returns how many. */
  replay(which: WhichDead): Promise<number>;
  /** Erases it; returns how many. */
  drop(which: WhichDead): Promise<number>;
  /** Erases what is known of that which was sent or given up long ago; returns how many. */
  eraseFinished(which: WhichFinished, how?: ChangeOptions): Promise<number>;
}

export function createDeadLetters(open: OpenDatabase): DeadLetters {
  const { database } = open;
  const isMeant = (which: WhichDead) => (builder: ExpressionBuilder<Tables, 'outbox'>) => {
    const isDead = builder('state', '=', 'dead');
    if ('all' in which) return isDead;
    const { name } = which;
    const isNamed = builder.or([
      builder('id', '=', name),
      builder('target', '=', name),
      builder('kind', '=', name as OutboxKind),
    ]);
    return builder.and([isDead, isNamed]);
  };

  return {
    async count() {
      const rows = await database
        .selectFrom('outbox')
        .select(['kind', 'target', 'state', ({ fn }) => fn.countAll().as('count')])
        .groupBy(['kind', 'target', 'state'])
        .orderBy('kind')
        .orderBy('target')
        .orderBy('state')
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },

    async dead(most) {
      const rows = await database
        .selectFrom('outbox')
        .select(['id', 'kind', 'target', 'attempts', 'last_error', 'finished_at'])
        .where('state', '=', 'dead')
        .orderBy('finished_at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ last_error, finished_at, ...row }) => ({
        ...row,
        error: last_error ?? '',
        finishedAt: finished_at ?? '',
      }));
    },

    async countDead(which) {
      const { count } = await database
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll().as('count'))
        .where(isMeant(which))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async replay(which) {
      const due_at = new Date().toISOString();
      const { numUpdatedRows } = await transact(open, (transaction) =>
        transaction
          .updateTable('outbox')
          .set({ state: 'waiting', attempts: 0, due_at, lease_until: null, finished_at: null })
          .where(isMeant(which))
          .executeTakeFirst(),
      );
      return Number(numUpdatedRows);
    },

    async drop(which) {
      const { numDeletedRows } = await transact(open, (transaction) =>
        transaction.deleteFrom('outbox').where(isMeant(which)).executeTakeFirst(),
      );
      return Number(numDeletedRows);
    },

    eraseFinished: (which, how) => eraseFinished(open, which, how),
  };
}
