import type { Counts } from '@pro-kid/contract';
import { isCount } from './answers.ts';
import { countsQuery, placesOf, type CountsPlaces, type CountsSource } from './counts-source.ts';
import { parseJson } from './formats/answer-body.ts';
import { valueAt } from './json-pointer.ts';
import { OwnSignatures, type OwnSignature } from './own-signatures.ts';
import { readText } from './read-text.ts';
import { withoutPrototype } from './without-prototype.ts';

/** Counts, and whether they are the last that could be had (`asOf` says from when); or none. */
export type CountsOutcome =
  { outcome: 'counts'; counts: Counts; isStale: boolean } | { outcome: 'unavailable' };

interface Entry {
  /** The newest figures that are known. */
  counts?: Counts;
  readAt: number;
  readonly own: OwnSignatures;
  running?: Promise<CountsOutcome> | undefined;
}

const FRESH = 60_000;
const TIMEOUT = 12_000;

/**
 * Reads public counts, once a minute for each source however many ask, and keeps the last ones for
 * when a source fails. Counts in what was signed on this page, until the source does.
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
    const entry = this.#entryOf(source);
    if (entry.running) return entry.running;
    if (entry.counts && this.#now() - entry.readAt < FRESH) {
      return Promise.resolve(outcomeOf(entry, false));
    }
    entry.running = this.#ask(source, entry).finally(() => (entry.running = undefined));
    return entry.running;
  }

  /**
   * Counts in what a visitor signed on this page: once, however many tell of it. Figures that its
   * receipt brought are taken as if they were read now, unless newer ones are known.
   */
  add(source: CountsSource, signature: OwnSignature): CountsOutcome {
    const entry = this.#entryOf(source);
    entry.own.add(signature, this.#now());
    if (signature.counts) this.#learn(entry, signature.counts);
    return outcomeOf(entry, false);
  }

  #entryOf(source: CountsSource): Entry {
    const key = JSON.stringify([source.url, source.format ?? 'counts', source.map]);
    let entry = this.#entries.get(key);
    if (!entry) {
      const isByKind = placesOf(source).organizations !== undefined;
      entry = { readAt: -Infinity, own: new OwnSignatures(isByKind) };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  async #ask(source: CountsSource, entry: Entry): Promise<CountsOutcome> {
    const body = await this.#get(countsQuery(source));
    const counts = readCounts(body, placesOf(source), this.#now());
    if (counts) this.#learn(entry, counts);
    return outcomeOf(entry, !counts);
  }

  /** A cache on the way may answer with figures from before those that are known. */
  #learn(entry: Entry, counts: Counts): void {
    entry.readAt = this.#now();
    if (entry.counts && Date.parse(counts.asOf) < Date.parse(entry.counts.asOf)) return;
    entry.counts = counts;
    entry.own.leaveOut(Date.parse(counts.asOf), this.#now());
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

/**
 * Counts in, for `fetchCounts` and at once, what a visitor signed on this page; once, however many on
 * the page tell of it.
 */
export const addToCounts = (source: CountsSource, signature: OwnSignature): CountsOutcome =>
  shared.add(source, signature);

function outcomeOf({ counts, own }: Entry, isStale: boolean): CountsOutcome {
  return counts
    ? { outcome: 'counts', counts: own.addedTo(counts), isStale }
    : { outcome: 'unavailable' };
}

function readCounts(body: unknown, places: CountsPlaces, now: number): Counts | undefined {
  const individuals = valueAt(body, places.individuals);
  const organizations = places.organizations ? valueAt(body, places.organizations) : 0;
  const asOf = places.asOf ? valueAt(body, places.asOf) : undefined;
  if (!isCount(individuals) || !isCount(organizations)) return undefined;
  const isTime = typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf));
  return { individuals, organizations, asOf: isTime ? asOf : new Date(now).toISOString() };
}
