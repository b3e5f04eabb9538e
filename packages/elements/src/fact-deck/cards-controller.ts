import type { ReactiveController } from 'lit';
import type { Issue } from '@pro-kid/contract';
import { warn } from '../diagnostics/warn.ts';
import { atEase, type Step } from './pace.ts';
import type { DeckEntry, DeckFile } from './read-deck.ts';
import { SourceController, type SourceHost } from './source-controller.ts';
import { topicsInIssue, topicsInTag } from './topics.ts';

const TAG = 'pro-kid-fact-card';
/** So many places are made and laid out in one frame. */
const AT_ONCE = 4;
/** What is around the cards comes before them, a part in each frame: list, count, topics, buttons. */
const PARTS = 4;

/** What a deck asks of a card; one that is not upgraded yet has nothing of it. */
interface Card extends HTMLElement {
  issue?: string | Issue | null;
  src?: string;
  loading?: 'lazy' | 'eager';
  readonly topics?: readonly string[];
  addController?(controller: ReactiveController): void;
}

/** What a deck hands on to the cards that it makes. */
interface HandedOn {
  actionHref: string;
  actionText: string;
  htmlFor: string;
  partner: string;
  headingLevel: number;
}

export interface CardsHost extends SourceHost, HandedOn {}

/**
 * Keeps the cards of a deck: those that the page put between its tags, or those that it makes from its
 * file and puts there. They come a few at a time, so that hundreds of them never hold up the page.
 */
export class CardsController implements ReactiveController {
  /** The cards that have their place, in the page's order. */
  cards: readonly Card[] = [];
  /** Those, and the cards that have no place yet. */
  #all: readonly Card[] = [];
  /** What else is between the tags. */
  others: readonly (Element | Text)[] = [];
  /** How many of the parts around the cards have come. */
  parts = 0;

  readonly #host: CardsHost;
  readonly #source: SourceController;
  readonly #observer = new MutationObserver((changes) => {
    if (changes.every((change) => this.#isOwnDoing(change))) return;
    for (const card of changes.flatMap(({ removedNodes }) => [...removedNodes] as Card[])) {
      if (!card.isConnected) this.#made.delete(card);
    }
    this.#known.clear();
    this.#refresh();
  });
  /** The cards that were made, with what each of them shows. */
  readonly #made = new Map<Card, DeckEntry>();
  readonly #placed = new WeakSet<Card>();
  readonly #followed = new WeakSet<Card>();
  readonly #ready = new WeakSet<Card>();
  readonly #known = new Map<Card, readonly string[] | undefined>();
  #language = '';
  #file: DeckFile | undefined;
  #index = 0;
  #faults: string[] = [];
  #isAtWork = false;
  #handedOn: Readonly<Record<string, unknown>> | undefined;

  constructor(host: CardsHost) {
    this.#host = host;
    this.#source = new SourceController(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, {
      childList: true,
      subtree: true,
      attributeFilter: ['topics', 'hidden'],
    });
    this.#host.addEventListener('pro-kid-ready', this.#onReady);
    this.#refresh();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#host.removeEventListener('pro-kid-ready', this.#onReady);
  }

  hostUpdate(): void {
    const { file } = this.#source;
    if (file !== this.#file) this.#follow(file);
    const handedOn = this.#handOn();
    if (Object.entries(handedOn).every(([name, value]) => this.#handedOn?.[name] === value)) return;
    this.#handedOn = handedOn;
    for (const card of this.#made.keys()) Object.assign(card, handedOn);
  }

  /** Whether the cards are the deck's own, so that what the page wrote is not needed. */
  get isOwn(): boolean {
    return this.#made.size > 0 && !this.#next();
  }

  /** Whether all cards have their place, and none is on its way. */
  get isComplete(): boolean {
    return !this.#isAtWork && !this.#source.isLoading;
  }

  /** How many cards there are, with those that have no place yet. */
  get total(): number {
    return this.#all.length;
  }

  /** The language of the topics. */
  set language(language: string) {
    if (language !== this.#language) this.#known.clear();
    this.#language = language;
  }

  /** The topics of all cards, each once; also of those that have no place yet. */
  get topics(): string[] {
    const topics = new Set<string>();
    for (const card of this.#all) {
      for (const topic of this.topicsOf(card) ?? []) topics.add(topic);
    }
    return [...topics];
  }

  /** The topics of a card; undefined while nobody knows them. */
  topicsOf(card: Card): readonly string[] | undefined {
    if (!this.#known.has(card)) this.#known.set(card, this.#findTopics(card));
    return this.#known.get(card);
  }

  #findTopics(card: Card): readonly string[] | undefined {
    const written = card.getAttribute('topics');
    if (written !== null) return topicsInTag(written);
    const entry = this.#made.get(card);
    if (entry && 'issue' in entry && typeof entry.issue === 'object') {
      return topicsInIssue(entry.issue, this.#language);
    }
    return this.hasLoaded(card) ? (card.topics ?? []) : undefined;
  }

  /** Whether a card shows its issue. */
  hasLoaded(card: Card): boolean {
    // One that did before it came here has no more to tell.
    if (!this.#ready.has(card) && card.topics?.length) this.#ready.add(card);
    return this.#ready.has(card);
  }

  #follow(file: DeckFile | undefined): void {
    for (const card of this.#made.keys()) card.remove();
    this.#made.clear();
    this.#file = file;
    this.#index = 0;
    this.#faults = file?.faults ?? [];
    this.#refresh();
  }

  #refresh(): void {
    const wanted = (this.#all = this.#wanted());
    const nodes = [...this.#host.childNodes];
    this.others = nodes.filter(
      (node): node is Element | Text =>
        (node instanceof Element && node.localName !== TAG) || node instanceof Text,
    );
    if (!this.isOwn) for (const card of wanted) this.#followCard(card);
    this.#show();
    const isDone = this.cards.length === wanted.length && !this.#next();
    if (isDone || this.#isAtWork || !this.#host.isConnected) return;
    this.#isAtWork = true;
    atEase(() => this.#place());
  }

  #show(): void {
    this.cards = this.#all.filter((card) => this.#placed.has(card));
    this.#host.requestUpdate();
  }

  /** The cards to show, with those that have no place yet. */
  #wanted(): Card[] {
    const cards = this.isOwn ? [...this.#made.keys()] : ([...this.#host.children] as Card[]);
    return cards.filter(({ localName, hidden }) => localName === TAG && !hidden);
  }

  #next(): boolean {
    return this.#index < (this.#file?.values.length ?? 0);
  }

  /** Puts a card that the deck made onto the page, in its place among the others. */
  connect(card: Card): void {
    if (card.isConnected || !this.#made.has(card)) return;
    card.loading = 'eager';
    const { cards } = this;
    const next = cards
      .slice(cards.indexOf(card))
      .find(({ parentNode }) => parentNode === this.#host);
    this.#host.insertBefore(card, next ?? null);
  }

  /** What the deck itself put there needs no second look. */
  #isOwnDoing({ addedNodes, removedNodes }: MutationRecord): boolean {
    const isAdded = addedNodes.length > 0 && removedNodes.length === 0;
    return isAdded && [...addedNodes].every((node) => this.#made.has(node as Card));
  }

  /** Reads one more entry, brings one more part, or gives some more cards their places. */
  #place(): Step {
    this.#isAtWork = this.#host.isConnected;
    if (!this.#isAtWork) return 'done';
    if (this.#next()) {
      this.#make();
      // Entries that are read change nothing that is seen.
      if (this.#next()) return 'more';
      this.#refresh();
      return 'pause';
    }
    if (this.parts < PARTS) {
      this.parts++;
      this.#host.requestUpdate();
      return 'pause';
    }
    const waiting = this.#all.filter((wanted) => !this.#placed.has(wanted));
    for (const card of waiting.slice(0, AT_ONCE)) this.#placed.add(card);
    this.#isAtWork = waiting.length > AT_ONCE;
    this.#show();
    return this.#isAtWork ? 'pause' : 'done';
  }

  #make(): void {
    const verdict = this.#file!.read(this.#index++);
    if ('entry' in verdict) {
      const card: Card = document.createElement(TAG);
      Object.assign(card, this.#handOn(), verdict.entry);
      this.#made.set(card, verdict.entry);
      // Found now, they need not be found for all cards in one frame.
      this.topicsOf(card);
      this.#followCard(card);
    } else {
      this.#faults.push(verdict.fault);
    }
    if (this.#next() || this.#faults.length === 0) return;
    warn(
      this.#host,
      'deck-invalid',
      `some of src="${this.#host.src}" is left out: ${this.#faults.slice(0, 5).join(', ')}. ` +
        'Mend or remove what stands there.',
    );
  }

  #handOn() {
    const { actionHref, actionText, htmlFor, partner, headingLevel } = this.#host;
    return { actionHref, actionText, htmlFor, partner, headingLevel };
  }

  /** A card that gets another issue, or another language, has other topics. */
  #followCard(card: Card): void {
    if (this.#followed.has(card) || !card.addController) return;
    this.#followed.add(card);
    let known = '';
    card.addController({
      hostUpdated: () => {
        const topics = String(card.topics);
        if (topics === known || card.parentNode !== this.#host) return;
        known = topics;
        this.#known.delete(card);
        this.#host.requestUpdate();
      },
    });
  }

  readonly #onReady = ({ target }: Event): void => {
    this.#ready.add(target as Card);
    if (this.#known.get(target as Card)) return;
    this.#known.delete(target as Card);
    this.#host.requestUpdate();
  };
}
