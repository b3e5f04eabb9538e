import { nameOfError, type Log } from '../log.ts';
import type { OutboxKind } from '../store/tables.ts';
import { MOST_ATTEMPTS, waitAfter } from './back-off.ts';
import type { OutboxJob, OutboxQueue } from './outbox-queue.ts';

/**
 * How sending went. `retry` and `dead` hold a code without personal data; `dead` is never tried again.
 * `after` is for how long, in milliseconds, the other side asks not to be tried again.
 */
export type Sent = 'done' | { retry: string; after?: number } | { dead: string };

/** Sends one thing, in less time than {@link LEASE_MS}. What it throws is tried again. */
export type Send = (job: OutboxJob) => Promise<Sent>;

export interface OutboxWorkerOptions {
  queue: OutboxQueue;
  /** How to send each kind; other kinds are left to others. */
  senders: Partial<Record<OutboxKind, Send>>;
  log: Log;
  /** How many are sent at the same time (default: 4). */
  concurrency?: number;
  /** In milliseconds since 1970. */
  now?: () => number;
  /** How long to wait after so many attempts, in milliseconds (default: {@link waitAfter}). */
  wait?: (attempts: number) => number;
  /** For how long, in milliseconds, what is being sent may go on when it stops (default: 10 000). */
  grace?: number;
}

export interface OutboxWorker {
  /** Looks for something to send, now. */
  wake(): void;
  /** Takes nothing more, and waits for what is being sent. What is cut off is sent again after its lease. */
  stop(): Promise<void>;
}

/** Whoever has something has it for so long. */
export const LEASE_MS = 5 * 60_000;
/** Other processes write to the table too. */
const LOOK_EVERY_MS = 15_000;
/** So that two who look at the same moment do not ask the database all the time. */
const SHORTEST_PAUSE_MS = 20;
/** With a service down, thousands fail for one reason. */
const SAY_AGAIN_AFTER_MS = 60_000;
/** Who asks for more patience than this is asked again nonetheless. */
const MOST_PATIENCE_MS = 24 * 3_600_000;

/**
 * Sends what the outbox holds: each at least once, since who crashes between sending and saying so is not
 * believed to have sent. Receivers of what is sent tell repeats by the id of the submission.
 */
export function startOutboxWorker({
  queue,
  senders,
  log,
  concurrency = 4,
  now = Date.now,
  wait = waitAfter,
  grace = 10_000,
}: OutboxWorkerOptions): OutboxWorker {
  const kinds = Object.keys(senders) as OutboxKind[];
  const running = new Set<Promise<void>>();
  const bell = new Bell();
  const say = sayOnce(log, now);
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();
  let isStopping = false;
  let isCutOff = false;

  const settle = (job: OutboxJob, sent: Sent): Promise<void> => {
    if (sent === 'done') return queue.finish(job, at(now()));
    const code = 'dead' in sent ? sent.dead : sent.retry;
    if ('dead' in sent || job.attempts >= MOST_ATTEMPTS) {
      say(`${nameOf(job)} was not sent, and is given up: ${code}`);
      return queue.abandon(job, code, at(now()));
    }
    say(`${nameOf(job)} was not sent, and is tried again later: ${code}`);
    const asked = Math.min(sent.after ?? 0, MOST_PATIENCE_MS);
    return queue.postpone(job, at(now() + Math.max(asked, wait(job.attempts))), code);
  };

  const send = async (job: OutboxJob): Promise<void> => {
    try {
      const sent = await senders[job.kind]!(job).catch((error: unknown): Sent => ({
        retry: nameOfError(error),
      }));
      // The database is closed by now.
      if (!isCutOff) await settle(job, sent);
    } catch (error) {
      // It was sent, or not, and nobody knows: after its lease it is sent again.
      say(`Outbox failed: ${nameOfError(error)}`);
    }
  };

  /** Takes what is due; returns for how long in milliseconds there is nothing more to do. */
  const fill = async (): Promise<number> => {
    const most = concurrency - running.size;
    if (most === 0) return LOOK_EVERY_MS;
    const time = now();
    const jobs = await queue.claim({ kinds, most, now: at(time), leaseUntil: at(time + LEASE_MS) });
    for (const job of jobs) {
      const sending = send(job).finally(() => {
        running.delete(sending);
        bell.ring();
      });
      running.add(sending);
    }
    if (jobs.length === most) return LOOK_EVERY_MS;
    const next = await queue.nextDue(kinds);
    return next === undefined
      ? LOOK_EVERY_MS
      : Math.max(SHORTEST_PAUSE_MS, Date.parse(next) - now());
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      let pause = LOOK_EVERY_MS;
      try {
        pause = await fill();
      } catch (error) {
        say(`Outbox failed: ${nameOfError(error)}`);
      }
      if (!isStopping) await bell.rings(Math.min(pause, LOOK_EVERY_MS));
    }
  };
  const ended = run();

  return {
    wake: () => bell.ring(),
    async stop() {
      isStopping = true;
      bell.ring();
      await ended;
      const cut = Promise.withResolvers<void>();
      const timer = setTimeout(cut.resolve, grace);
      await Promise.race([Promise.all(running), cut.promise]);
      clearTimeout(timer);
      isCutOff = true;
    },
  };
}

const nameOf = ({ kind, target }: OutboxJob) => `A ${kind}${target && ` to ${target}`}`;

/** Says the same line once a minute at most. */
function sayOnce(log: Log, now: () => number): Log {
  const said = new Map<string, number>();
  return (line) => {
    if (now() - (said.get(line) ?? -Infinity) < SAY_AGAIN_AFTER_MS) return;
    said.set(line, now());
    log(line);
  };
}

/** Wakes a loop: at once where it rang while the loop was busy. */
class Bell {
  #hasRung = false;
  #answer: (() => void) | undefined;

  ring(): void {
    this.#hasRung = true;
    this.#answer?.();
  }

  /** Fulfilled when it rings, or after a time in milliseconds. */
  async rings(milliseconds: number): Promise<void> {
    if (!this.#hasRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#answer = undefined;
    this.#hasRung = false;
  }
}
