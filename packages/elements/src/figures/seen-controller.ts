import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Lets each figure move once, when it is first seen: until then it is `waiting`. A figure is drawn
 * whole unless it waits, so that nothing depends on this.
 */
export class SeenController implements ReactiveController {
  readonly #host: Host;
  readonly #known = new WeakSet<Element>();
  #observer: IntersectionObserver | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#show(target);
        }
      },
      // A little above the lower edge of the view, where an eye has a chance to see it.
      { rootMargin: '0px 0px -10% 0px' },
    );
    for (const figure of this.#figures('.waiting')) this.#observer.observe(figure);
  }

  hostUpdated(): void {
    for (const figure of this.#figures('.figure')) {
      if (this.#known.has(figure)) continue;
      this.#known.add(figure);
      if (!this.#observer) continue;
      figure.classList.add('waiting');
      this.#observer.observe(figure);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #show(figure: Element): void {
    figure.classList.replace('waiting', 'seen');
    this.#observer?.unobserve(figure);
  }

  #figures(selector: string): Iterable<Element> {
    // Before its first update, the host has nothing to look into.
    return this.#host.renderRoot?.querySelectorAll(selector) ?? [];
  }
}
