import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** So much of a card in view counts as all of it: layouts round. */
const WHOLE = 0.98;

/** Moves through a row of cards, by buttons and by keys, and knows whether there is more at its ends. */
export class RowController implements ReactiveController {
  /** Whether the first card is in view, and the last. */
  isAtStart = true;
  isAtEnd = true;

  readonly #host: Host;
  #observer: IntersectionObserver | undefined;
  #ends: (Element | undefined)[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Watches the ends of a row; to be called after each update. */
  watch(list: Element | null): void {
    const items = list ? itemsIn(list) : [];
    const ends = [items[0], items.at(-1)];
    if (ends.every((end, index) => end === this.#ends[index])) return;
    this.#observer?.disconnect();
    this.#ends = ends;
    if (!list || !ends[0]) return;
    if (typeof IntersectionObserver === 'undefined') {
      // Nobody says when an end is reached, so both ways stay open.
      this.isAtStart = this.isAtEnd = false;
      return this.#host.requestUpdate();
    }
    this.#observer = new IntersectionObserver(this.#onCross, {
      root: list,
      threshold: [0.5, WHOLE, 1],
    });
    for (const end of new Set(ends)) this.#observer.observe(end!);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#ends = [];
  }

  /** Moves by as many cards as are in view. */
  page(direction: 1 | -1): void {
    const list = this.#host.renderRoot.querySelector('.list')!;
    const items = itemsIn(list);
    const inView = items.filter((item) => isInView(item, list));
    const first = inView[0] ?? items.find((item) => isPartlyInView(item, list));
    if (!first) return;
    const index = items.indexOf(first) + direction * Math.max(1, inView.length);
    reveal(items[Math.min(Math.max(index, 0), items.length - 1)]!, list);
  }

  /** The keys of a row, where the focus is on it or on a card as a whole, and not on what is inside. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const list = event.currentTarget as Element;
    const items = itemsIn(list);
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0 && event.target !== list) return;
    const next = items[nextIndex(event.key, at, items, list)];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    if (!isInView(next, list)) reveal(next, list);
  };

  readonly #onCross = (entries: IntersectionObserverEntry[]): void => {
    const { isAtStart, isAtEnd } = this;
    for (const { target, intersectionRatio } of entries) {
      const isWhole = intersectionRatio >= WHOLE;
      if (target === this.#ends[0]) this.isAtStart = isWhole;
      if (target === this.#ends[1]) this.isAtEnd = isWhole;
    }
    if (isAtStart !== this.isAtStart || isAtEnd !== this.isAtEnd) this.#host.requestUpdate();
  };
}

const itemsIn = (list: Element) => [
  ...list.querySelectorAll<HTMLElement>(':scope > .item:not([hidden])'),
];

function nextIndex(key: string, at: number, items: readonly Element[], list: Element): number {
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  const isForward = key === (isRightToLeft(list) ? 'ArrowLeft' : 'ArrowRight');
  if (!isForward && key !== 'ArrowLeft' && key !== 'ArrowRight') return -1;
  if (at >= 0) return at + (isForward ? 1 : -1);
  const first = items.findIndex((item) => isInView(item, list));
  return isForward ? Math.max(first, 0) : first - 1;
}

const isRightToLeft = (list: Element) => getComputedStyle(list).direction === 'rtl';

function isInView(item: Element, list: Element): boolean {
  const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  return inner.left >= outer.left - 2 && inner.right <= outer.right + 2;
}

function isPartlyInView(item: Element, list: Element): boolean {
  const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  return inner.right > outer.left + 2 && inner.left < outer.right - 2;
}

/** Scrolls the row alone, and not the page around it, as `scrollIntoView()` would. */
function reveal(item: Element, list: Element): void {
  const [inner, outer] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  const by = isRightToLeft(list) ? inner.right - outer.right : inner.left - outer.left;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Not `scrollBy`: with it, WebKit stays where it is if that leads from the end to the start.
  list.scrollTo({ left: list.scrollLeft + by, behavior: isCalm ? 'auto' : 'smooth' });
}
