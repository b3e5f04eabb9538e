import type { Counts } from '@pro-kid/contract';
import { parseJson } from './formats/answer-body.ts';
import { valueAt } from './json-pointer.ts';

/** Where counts are read from. */
export interface CountsSource {
  /** An absolute `https:` address that answers GET with JSON. */
  url: string;
  /**
   * Where the figures stand, as JSON Pointers, if not as in our Counts. For one figure of all
   * signatures, such as Action Network's, set `individuals` alone: `{ "individuals": "/total_signatures" }`.
   */
  map?: { individuals: string; organizations?: string; asOf?: string };
}

/** Counts, and whether they are the last that could be had (`asOf` says from when); or none. */
export type CountsOutcome =
  { outcome: 'counts'; counts: Counts; isStale: boolean } | { outcome: 'unavailable' };

interface Entry {
  counts?: Counts;
  readAt: number;
  running?: Promise<CountsOutcome> | undefined;
}

const FRESH = 60_000;

/**
 * Reads public counts, once a minute for each source however many ask, and keeps the last ones for
 * when a source fails. What asks shares one of these; nothing is kept for the page as a whole, so two
 * versions on a page do not meet in it.
 */
export class CountsReader {
  readonly #entries = new Map<string, Entry>();
  readonly #fetch: typeof fetch;
  readonly #now: () => number;

  constructor(
    fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
    now: () => number = Date.now,
  ) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** The counts of a source. Never throws for what the network does. */
  read(source: CountsSource): Promise<CountsOutcome> {
    const key = JSON.stringify([source.url, source.map]);
    const entry = this.#entries.get(key) ?? { readAt: -Infinity };
    this.#entries.set(key, entry);

    if (entry.running) return entry.running;
    if (entry.counts && this.#now() - entry.readAt < FRESH) {
      return Promise.resolve({ outcome: 'counts', counts: entry.counts, isStale: false });
    }
    entry.running = this.#ask(source, entry).finally(() => (entry.running = undefined));
    return entry.running;
  }

  async #ask({ url, map }: CountsSource, entry: Entry): Promise<CountsOutcome> {
    const counts = await this.#fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      headers: { accept: 'application/json' },
    })
      .then(async (response) => (response.ok ? parseJson(await response.text()) : undefined))
      .then((body) => readCounts(body, map, this.#now()))
      // A count that cannot be had is no error: the last one is shown, with its time.
      .catch(() => undefined);
    if (counts) {
      entry.counts = counts;
      entry.readAt = this.#now();
      return { outcome: 'counts', counts, isStale: false };
    }
    return entry.counts
      ? { outcome: 'counts', counts: entry.counts, isStale: true }
      : { outcome: 'unavailable' };
  }
}

const OURS = { individuals: '/individuals', organizations: '/organizations', asOf: '/asOf' };

function readCounts(
  body: unknown,
  map: NonNullable<CountsSource['map']> = OURS,
  now: number,
): Counts | undefined {
  const individuals = valueAt(body, map.individuals);
  const organizations = map.organizations ? valueAt(body, map.organizations) : 0;
  const asOf = map.asOf ? valueAt(body, map.asOf) : undefined;
  if (!isCount(individuals) || !isCount(organizations)) return undefined;
  const isTime = typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf));
  return { individuals, organizations, asOf: isTime ? asOf : new Date(now).toISOString() };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;
