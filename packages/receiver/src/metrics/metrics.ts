import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from '../http/answered.ts';
import type { CountsScope, Entry, Store, Verdict } from '../store/store.ts';
import type { OutboxKind, SubmissionState } from '../store/tables.ts';

/** In seconds: from what memory answers to what a visitor gives up on. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BATCH_SIZES = [1, 2, 5, 10, 20, 50, 100, 200];
const OUTBOX_KINDS: readonly OutboxKind[] = ['confirmation', 'relay'];
const STATES: readonly SubmissionState[] = ['pending', 'counted', 'flagged', 'repeated'];

type MeasuredStore = Pick<Store, 'add' | 'find' | 'counts' | 'probe' | 'countWaiting' | 'inbox'>;

/** Figures of this process for Prometheus. No label comes from whoever asks. */
export class Metrics {
  readonly registry = new Registry();

  readonly #requests = new Counter({
    name: 'pro_kid_requests_total',
    help: 'Answers by address, method and HTTP status.',
    labelNames: ['route', 'method', 'status'] as const,
    registers: [this.registry],
  });
  readonly #requestSeconds = new Histogram({
    name: 'pro_kid_request_duration_seconds',
    help: 'From the headers of a request to those of its answer.',
    labelNames: ['route'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #submissions = new Counter({
    name: 'pro_kid_submissions_total',
    help: 'Submissions kept, by the state they came to. again: they were kept before. id_reused: refused.',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly #batchSize = new Histogram({
    name: 'pro_kid_batch_size',
    help: 'How many submissions were written in one transaction.',
    buckets: BATCH_SIZES,
    registers: [this.registry],
  });
  readonly #waiting = new Gauge({
    name: 'pro_kid_submissions_waiting',
    help: 'Submissions that wait to be written.',
    registers: [this.registry],
  });
  readonly #storeSeconds = new Histogram({
    name: 'pro_kid_store_duration_seconds',
    help: 'How long the database took, by what was asked of it and whether it failed.',
    labelNames: ['operation', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor() {
    // Memory, processor time, and how late the event loop is, by the names that all of Node.js has.
    collectDefaultMetrics({ register: this.registry });
    for (const state of [...STATES, 'again', 'id_reused']) this.#submissions.inc({ state }, 0);
  }

  readonly answered = ({ route, method, status, seconds }: Answered): void => {
    this.#requests.inc({ route, method, status });
    this.#requestSeconds.observe({ route }, seconds);
  };

  readonly waiting = (submissions: number): void => this.#waiting.set(submissions);

  /** What became of submissions. */
  readonly kept = (verdicts: readonly (Verdict | Error)[]): void => {
    for (const verdict of verdicts) {
      // What waits to be counted is looked at again when it is.
      if ('kept' in verdict && verdict.kept !== 'waiting') {
        this.#submissions.inc({ state: stateOf(verdict) });
      }
    }
  };

  /** The store, with all that is asked of it measured. Only one. */
  watch<Watched extends MeasuredStore>(store: Watched): Watched {
    this.#watchWaiting(store);
    return {
      ...store,
      add: async (entries: readonly Entry[]) => {
        this.#batchSize.observe(entries.length);
        const verdicts = await this.#timed('add', () => store.add(entries));
        this.kept(verdicts);
        return verdicts;
      },
      find: (id: string, fingerprint: string) =>
        this.#timed('find', () => store.find(id, fingerprint)),
      counts: (scope?: CountsScope) => this.#timed('counts', () => store.counts(scope)),
      probe: () => this.#timed('probe', () => store.probe()),
    };
  }

  #watchWaiting(store: MeasuredStore): void {
    new Gauge({
      name: 'pro_kid_inbox_waiting',
      help: 'Submissions that this process kept in a rush and did not count yet.',
      registers: [this.registry],
      collect() {
        this.set(store.inbox.waiting);
      },
    });
    new Gauge({
      name: 'pro_kid_outbox_waiting',
      help: 'What is still to be sent, by kind.',
      labelNames: ['kind'] as const,
      registers: [this.registry],
      async collect() {
        const waiting = await store.countWaiting();
        for (const kind of OUTBOX_KINDS) this.set({ kind }, waiting[kind] ?? 0);
      },
    });
  }

  async #timed<Result>(operation: string, run: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    let outcome = 'failed';
    try {
      const result = await run();
      outcome = 'done';
      return result;
    } finally {
      this.#storeSeconds.observe({ operation, outcome }, (performance.now() - start) / 1_000);
    }
  }
}

function stateOf(verdict: Exclude<Verdict, { kept: 'waiting' }>): string {
  if (verdict.kept === 'other') return 'id_reused';
  return verdict.kept === 'same' ? 'again' : verdict.state;
}
