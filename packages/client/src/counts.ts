import type { Counts } from '@pro-kid/contract';
import { isCount } from './answers.ts';
import { countsQuery, placesOf, type CountsPlaces, type CountsSource } from './counts-source.ts';
import { parseJson } from './formats/answer-body.ts';
import { valueAt } from './json-pointer.ts';
import { readText } from './read-text.ts';
import { withoutPrototype } from './without-prototype.ts';

/** Counts, and whether they are the last that could be had (`asOf` says from when); or none. */
export type CountsOutcome =
  { outcome: 'counts'; counts: Counts; isStale: boolean } | { outcome: 'unavailable' };

interface Entry {
  counts?: Counts;
  readAt: number;
  running?: Promise<CountsOutcome> | undefined;
}

const FRESH = 60_000;
const TIMEOUT = 12_000;

/**
 * Reads public counts, once a minute for each source however many ask, and keeps the last ones for
 * when a source fails.
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
    const key = JSON.stringify([source.url, source.format, source.map]);
    const entry = this.#entries.get(key) ?? { readAt: -Infinity };
    this.#entries.set(key, entry);

    if (entry.running) return entry.running;
    if (entry.counts && this.#now() - entry.readAt < FRESH) {
      return Promise.resolve({ outcome: 'counts', counts: entry.counts, isStale: false });
    }
    entry.running = this.#ask(source, entry).finally(() => (entry.running = undefined));
    return entry.running;
  }

  async #ask(source: CountsSource, entry: Entry): Promise<CountsOutcome> {
    const body = await this.#get(countsQuery(source));
    const counts = readCounts(body, placesOf(source), this.#now());
    if (counts) {
      entry.counts = counts;
      entry.readAt = this.#now();
      return { outcome: 'counts', counts, isStale: false };
    }
    return entry.counts
      ? { outcome: 'counts', counts: entry.counts, isStale: true }
      : { outcome: 'unavailable' };
  }

  /** The JSON at an address; undefined where it cannot be had: the last counts are shown then. */
  async #get(url: string): Promise<unknown> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT);
    try {
      const response = await this.#fetch(
        url,
        withoutPrototype<RequestInit>({
          credentials: 'omit',
          referrerPolicy: 'strict-origin-when-cross-origin',
          headers: { accept: 'application/json' },
          signal: abort.signal,
        }),
      );
      return response.ok ? parseJson(await readText(response)) : undefined;
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What all on a page share that was loaded with this module; another version has its own. */
const shared = /* @__PURE__ */ new CountsReader();

/**
 * Public counts, asked for once a minute for each source however many on the page want them. Keeps the
 * last ones for when the source fails. Never throws for what the network does.
 */
export const fetchCounts = (source: CountsSource): Promise<CountsOutcome> => shared.read(source);

function readCounts(body: unknown, places: CountsPlaces, now: number): Counts | undefined {
  const individuals = valueAt(body, places.individuals);
  const organizations = places.organizations ? valueAt(body, places.organizations) : 0;
  const asOf = places.asOf ? valueAt(body, places.asOf) : undefined;
  if (!isCount(individuals) || !isCount(organizations)) return undefined;
  const isTime = typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf));
  return { individuals, organizations, asOf: isTime ? asOf : new Date(now).toISOString() };
}
