/** How far below or above the view a card already counts as near. */
const MARGIN = '600px';

/**
 * Calls back once, when an element comes near the visitor's view or the page is about to be printed:
 * a page may hold hundreds of cards.
 */
export class Nearness {
  readonly #element: Element;
  readonly #onNear: () => void;
  #observer: IntersectionObserver | undefined;
  /** Whether it has called back. */
  isReached = false;

  constructor(element: Element, onNear: () => void) {
    this.#element = element;
    this.#onNear = onNear;
  }

  watch(): void {
    if (typeof IntersectionObserver === 'undefined') return this.#reach();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#reach();
      },
      // In a row of cards that scrolls, too.
      { rootMargin: MARGIN, scrollMargin: MARGIN },
    );
    this.#observer.observe(this.#element);
    addEventListener('beforeprint', this.#reach);
  }

  unwatch(): void {
    this.#observer?.disconnect();
    removeEventListener('beforeprint', this.#reach);
  }

  readonly #reach = (): void => {
    this.unwatch();
    this.isReached = true;
    this.#onNear();
  };
}
