import type { CountsOutcome, CountsSource } from '@pro-kid/client';
import type { DeliveredEvent } from '../delivery/delivery.events.ts';
import { readCampaign, type CountedCampaign } from './read-campaign.ts';
import { addSignature, readCounts } from './read-counts.ts';

export { warnOfFaults } from './warn-of-faults.ts';

/** How often figures are read, in milliseconds; a failure doubles that each time, up to the longest. */
export interface Pace {
  readEvery: number;
  longest: number;
}

interface CountingHost extends Element {
  requestUpdate(): void;
}

/**
 * Keeps the figures of an element up to date while a visitor can see them. It comes in a file of its
 * own, one for all on a page, so that they share what was read.
 */
export class Counting {
  outcome: CountsOutcome | undefined;
  campaign: CountedCampaign | undefined;
  readonly #host: CountingHost;
  readonly #pace: Pace;
  #src = '';
  #search: AbortController | undefined;
  #source: CountsSource | undefined;
  #followed: string | undefined;
  #isVisible = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #dueAt = 0;
  #failures = 0;

  constructor(host: CountingHost, pace: Pace) {
    this.#host = host;
    this.#pace = pace;
  }

  /** Whether a campaign's file is on its way. */
  get isSearching(): boolean {
    return this.#search !== undefined;
  }

  /** Finds the campaign in a file, once for each address; none at an empty one. */
  find(src: string): void {
    if (src === this.#src) return;
    this.#src = src;
    this.campaign = undefined;
    this.#search?.abort();
    this.#search = undefined;
    if (src) void this.#find(src, (this.#search = new AbortController()));
  }

  async #find(src: string, search: AbortController): Promise<void> {
    const campaign = await readCampaign(this.#host, src, search.signal);
    if (search !== this.#search) return;
    this.campaign = campaign;
    this.#search = undefined;
    this.#host.requestUpdate();
  }

  /** Reads a source as long as somebody can see what it brings. */
  follow(source: CountsSource | undefined, isVisible: boolean): void {
    const followed = JSON.stringify(source);
    if (followed !== this.#followed) {
      this.#followed = followed;
      this.#source = source;
      this.outcome = undefined;
      this.#dueAt = this.#failures = 0;
    } else if (isVisible === this.#isVisible) {
      return;
    }
    this.#isVisible = isVisible;
    this.#plan();
  }

  /** Counts in what a visitor signed. */
  add(event: DeliveredEvent): void {
    if (!this.#source) return;
    const outcome = addSignature(this.#host, this.#source, event);
    if (outcome.outcome === 'counts') this.#take(outcome);
  }

  /** Sets the time of the next read. */
  #plan(): void {
    clearTimeout(this.#timer);
    if (!this.#source || !this.#isVisible || this.#isReading) return;
    this.#timer = setTimeout(() => void this.#read(), this.#dueAt - Date.now());
  }

  async #read(): Promise<void> {
    const source = this.#source!;
    this.#isReading = true;
    const outcome = await readCounts(this.#host, source);
    this.#isReading = false;
    if (source !== this.#source) return this.#plan();
    const isFresh = outcome.outcome === 'counts' && !outcome.isStale;
    this.#failures = isFresh ? 0 : this.#failures + 1;
    const { readEvery, longest } = this.#pace;
    this.#dueAt = Date.now() + Math.min(readEvery * 2 ** this.#failures, longest);
    this.#take(outcome);
    this.#plan();
  }

  #take(outcome: CountsOutcome): void {
    this.outcome = outcome;
    this.#host.requestUpdate();
  }
}
