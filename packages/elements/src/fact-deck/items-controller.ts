import { html, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { hasFallback } from '../fallback/has-fallback.ts';
import { whenIdle } from './pace.ts';

type Host = ReactiveControllerHost & HTMLElement;

interface Item {
  element: HTMLElement;
  slot: HTMLSlotElement;
  card: HTMLElement;
  isFilled: boolean;
}

/** How the items of a list are to be. */
export interface Arrangement {
  cards: readonly HTMLElement[];
  isShown(card: HTMLElement): boolean;
  /** Whether a card shows its issue; until then, the room of one is kept for it. */
  hasLoaded(card: HTMLElement): boolean;
  /** Puts a card onto the page that is not there yet. */
  connect(card: HTMLElement): void;
  /** Whether an item can have the focus. */
  isFocusable: boolean;
}

/** The near cards beside a scrolling row count as well, where the browser knows `scrollMargin`. */
const NEAR = { rootMargin: '600px', scrollMargin: '600px' };

/**
 * Keeps one list item for each card, with the card slotted into it. Cards that have nothing to show yet
 * get into their items one after the other, when these are near: a card loads as soon as it may be seen,
 * and several in one frame would be too much for it.
 */
export class ItemsController implements ReactiveController {
  readonly #items = new Map<HTMLElement, Item>();
  readonly #byElement = new WeakMap<Element, Item>();
  readonly #near = new Set<Item>();
  #observer: IntersectionObserver | undefined;
  #list: Element | null = null;
  #connect: Arrangement['connect'] = () => undefined;
  /** The one that was filled last, while it may render. */
  #rendering: Item | undefined;
  #isTakingTurns = false;

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (typeof IntersectionObserver !== 'undefined') {
      this.#observer = new IntersectionObserver(this.#onCross, NEAR);
    }
    for (const item of this.#items.values())
      if (!item.isFilled) this.#observer?.observe(item.element);
    this.#host.addEventListener('pro-kid-ready', this.#onReady);
    addEventListener('beforeprint', this.#fillAll);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#near.clear();
    this.#host.removeEventListener('pro-kid-ready', this.#onReady);
    removeEventListener('beforeprint', this.#fillAll);
  }

  /** Makes the items what they are to be; does nothing to those that are. */
  arrange(list: Element | null, arrangement: Arrangement): void {
    if (list !== this.#list) this.#clear();
    this.#list = list;
    if (!list) return;
    const { cards, isShown, isFocusable } = arrangement;
    this.#connect = arrangement.connect;
    const gone = new Set(this.#items.keys());
    let place = list.firstElementChild;
    for (const card of cards) {
      gone.delete(card);
      const { element } = this.#items.get(card) ?? this.#add(card, arrangement);
      if (element === place) place = place.nextElementSibling;
      else list.insertBefore(element, place);
      if (element.hidden === isShown(card)) element.hidden = !element.hidden;
      if (isFocusable === element.hasAttribute('tabindex')) continue;
      if (isFocusable) element.tabIndex = -1;
      else element.removeAttribute('tabindex');
    }
    for (const card of gone) this.#remove(card);
  }

  #add(card: HTMLElement, { hasLoaded }: Arrangement): Item {
    const fragment = document.createDocumentFragment();
    render(html`<div class="item" part="item" role="listitem"><slot></slot></div>`, fragment);
    const element = fragment.firstElementChild as HTMLElement;
    const item = {
      element,
      card,
      slot: element.firstElementChild as HTMLSlotElement,
      isFilled: false,
    };
    element.classList.toggle('waiting', !hasLoaded(card));
    this.#items.set(card, item);
    this.#byElement.set(element, item);
    if (this.#observer && !hasFallback(card)) this.#observer.observe(element);
    else this.#fill(item);
    return item;
  }

  #remove(card: HTMLElement): void {
    const item = this.#items.get(card)!;
    this.#observer?.unobserve(item.element);
    this.#near.delete(item);
    this.#items.delete(card);
    item.element.remove();
  }

  #clear(): void {
    for (const card of this.#items.keys()) this.#remove(card);
  }

  #fill(item: Item): void {
    item.isFilled = true;
    this.#connect(item.card);
    item.slot.assign(item.card);
    this.#observer?.unobserve(item.element);
    this.#near.delete(item);
  }

  readonly #fillAll = (): void => {
    for (const item of this.#items.values()) if (!item.isFilled) this.#fill(item);
  };

  /** A card that was just rendered is laid out and painted in a frame of its own. */
  readonly #onReady = ({ target }: Event): void => {
    const item = this.#items.get(target as HTMLElement);
    item?.element.classList.remove('waiting');
    if (item && item === this.#rendering) item.element.classList.add('drawing');
  };

  readonly #onCross = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      const item = this.#byElement.get(target);
      if (!item || item.isFilled) continue;
      if (isIntersecting) this.#near.add(item);
      else this.#near.delete(item);
    }
    if (!this.#isTakingTurns) void this.#takeTurns();
  };

  /** One card after the other: in one frame it renders, and in the next it is drawn. */
  async #takeTurns(): Promise<void> {
    this.#isTakingTurns = true;
    for (const item of this.#near) {
      this.#rendering = item;
      this.#fill(item);
      // It is found to be near at the end of the first, renders, and is skipped in the second.
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      this.#rendering = undefined;
      item.element.classList.remove('drawing');
      await new Promise<void>(whenIdle);
    }
    this.#isTakingTurns = false;
  }
}

const nextFrame = () => new Promise(requestAnimationFrame);
