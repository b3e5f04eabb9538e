import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CountsSource } from '@pro-kid/client';
import type { Counts } from '@pro-kid/contract';
import type { DeliveredEvent } from '../delivery/delivery.events.ts';
import { warn } from '../diagnostics/warn.ts';
import type * as Module from './counting.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  src: string;
}

/** What is counted, and where its figures are from. */
export interface Counted {
  source: CountsSource | undefined;
  /** A count that the page wrote, where there is no source. */
  value: number | undefined;
  /** Whether what a visitor did on this page is one of what is counted. */
  includes(event: DeliveredEvent): boolean;
}

/**
 * Has the figures of an element, and hears of what is signed on the page. What reads them comes when
 * there is something to read.
 */
export class CountingController implements ReactiveController {
  isInView = false;
  /** How many acts of the visitor were counted in. */
  ownActs = 0;

  readonly #host: Host;
  readonly #counted: () => Counted;
  readonly #pace: () => Module.Pace;
  #counting: Module.Counting | undefined;
  #loading: Promise<void> | undefined;
  #isFailed = false;
  #observer: IntersectionObserver | undefined;
  #value: number | undefined;
  /** What was signed on this page, without a source: their ids, and the newest figures of a receipt. */
  #own = new Set<string>();
  #receipt: Counts | undefined;

  constructor(host: Host, counted: () => Counted, pace: () => Module.Pace) {
    this.#host = host;
    this.#counted = counted;
    this.#pace = pace;
    host.addController(this);
  }

  get campaign() {
    return this.#counting?.campaign;
  }

  /** The figures, and whether newer ones could not be had; `asOf` only where a source or receipt says it. */
  get figures():
    { individuals: number; organizations: number; asOf?: string; isStale?: boolean } | undefined {
    const outcome = this.#counting?.outcome;
    if (outcome?.outcome === 'counts') return { ...outcome.counts, isStale: outcome.isStale };
    if (this.#counted().source) return undefined;
    if (this.#receipt || this.#value === undefined) return this.#receipt;
    return { individuals: this.#value + this.#own.size, organizations: 0 };
  }

  /** Whether there is nothing, and nothing is on its way. */
  get isMissing(): boolean {
    const { source } = this.#counted();
    const isSearching = !this.#counting || this.#counting.isSearching;
    if (this.#isFailed || (!source && !isSearching)) return true;
    return this.#counting?.outcome?.outcome === 'unavailable';
  }

  hostConnected(): void {
    document.addEventListener('pro-kid-delivered', this.#onDelivered);
    document.addEventListener('visibilitychange', this.#follow);
    this.#watchView();
    if (this.#isFailed) this.#loading = undefined;
  }

  hostUpdate(): void {
    const { value } = this.#counted();
    if (value !== this.#value) {
      this.#value = value;
      this.#own = new Set();
      this.#receipt = undefined;
    }
    this.#follow();
  }

  hostDisconnected(): void {
    document.removeEventListener('pro-kid-delivered', this.#onDelivered);
    document.removeEventListener('visibilitychange', this.#follow);
    this.#observer?.disconnect();
    this.isInView = false;
    this.#follow();
  }

  #watchView(): void {
    this.isInView = typeof IntersectionObserver === 'undefined';
    if (this.isInView) return;
    this.#observer ??= new IntersectionObserver((entries) => {
      this.isInView = entries.at(-1)!.isIntersecting;
      this.#host.requestUpdate();
    });
    this.#observer.observe(this.#host);
  }

  /** What reads figures; undefined, and the integrator is told, where it did not arrive. */
  async load(): Promise<typeof Module | undefined> {
    try {
      return await import('./counting.ts');
    } catch {
      warn(
        this.#host,
        'counts-unreachable',
        'a part of the script did not arrive. Check that all files of this version lie beside it.',
      );
      return undefined;
    }
  }

  async #start(): Promise<void> {
    const module = await this.load();
    this.#isFailed = !module;
    if (module) this.#counting = new module.Counting(this.#host, this.#pace());
    this.#host.requestUpdate();
  }

  readonly #follow = (): void => {
    const { source } = this.#counted();
    const { src } = this.#host;
    if (source || src) this.#loading ??= this.#start();
    this.#counting?.find(src);
    this.#counting?.follow(source, this.isInView && !document.hidden);
  };

  readonly #onDelivered = (event: DeliveredEvent): void => {
    const { outcome } = event;
    // Who was in already is counted, and nobody knows whether what was only sent has arrived.
    if (outcome !== 'confirmed' && outcome !== 'accepted') return;
    if (this.#counted().includes(event)) void this.#add(event);
  };

  async #add(event: DeliveredEvent): Promise<void> {
    if (this.#counted().source) {
      await this.#loading;
      this.#follow();
      this.#counting?.add(event);
    } else {
      this.#addToPage(event);
    }
    this.ownActs++;
    this.#host.requestUpdate();
  }

  /** A receipt says more than a page that was written before it; of two, the newer one does. */
  #addToPage({ id, counts }: DeliveredEvent): void {
    this.#own.add(id);
    const isOlder =
      counts && this.#receipt && Date.parse(counts.asOf) < Date.parse(this.#receipt.asOf);
    if (counts && !isOlder) this.#receipt = counts;
  }
}
