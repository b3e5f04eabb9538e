import type { ReactiveController } from 'lit';
import type { Issue } from '@pro-kid/contract';
import { warn } from '../diagnostics/warn.ts';
import { atEase } from './pace.ts';
import type { DeckEntry, DeckFile } from './read-deck.ts';
import { SourceController, type SourceHost } from './source-controller.ts';
import { topicsInIssue, topicsInTag } from './topics.ts';

const TAG = 'pro-kid-fact-card';

/** What a deck asks of a card; one that is not upgraded yet has nothing of it. */
interface Card extends HTMLElement {
  issue?: string | Issue | null;
  src?: string;
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

  readonly #host: CardsHost;
  readonly #source: SourceController;
  readonly #observer = new MutationObserver(() => {
    this.#known.clear();
    this.#refresh();
  });
  /** The cards that were made, with what each of them shows. */
  readonly #made = new Map<Card, DeckEntry>();
  readonly #placed = new WeakSet<Card>();
  readonly #followed = new WeakSet<Card>();
  readonly #ready = new WeakSet<Card>();
  #known = new Map<Card, readonly string[] | undefined>();
  #knownIn = '';
  #file: DeckFile | undefined;
  #fileTopics: { language: string; topics: readonly string[] } | undefined;
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
    return this.#made.size > 0;
  }

  /** Whether all cards have their place, and none is on its way. */
  get isComplete(): boolean {
    return !this.#isAtWork && !this.#source.isLoading;
  }

  /** How many cards there are, with those that have no place yet. */
  get total(): number {
    const waiting = this.#file ? this.#file.values.length - this.#index : 0;
    return this.#all.length + (this.isOwn ? waiting : 0);
  }

  /** The topics of all cards, in a language, each once; also of those that have no place yet. */
  topics(language: string): string[] {
    const inFile = this.isComplete ? [] : this.#topicsInFile(language);
    return [
      ...new Set([...inFile, ...this.cards.flatMap((card) => this.topicsOf(card, language) ?? [])]),
    ];
  }

  /** The topics of a card, in a language; undefined while nobody knows them. */
  topicsOf(card: Card, language: string): readonly string[] | undefined {
    if (language !== this.#knownIn) this.#known = new Map();
    this.#knownIn = language;
    if (!this.#known.has(card)) this.#known.set(card, this.#findTopics(card, language));
    return this.#known.get(card);
  }

  #findTopics(card: Card, language: string): readonly string[] | undefined {
    const written = card.getAttribute('topics');
    if (written !== null) return topicsInTag(written);
    const entry = this.#made.get(card);
    if (entry && 'issue' in entry && typeof entry.issue === 'object') {
      return topicsInIssue(entry.issue, language);
    }
    return this.hasLoaded(card) ? (card.topics ?? []) : undefined;
  }

  /** Whether a card shows its issue. */
  hasLoaded(card: Card): boolean {
    // One that did before it came here has no more to tell.
    if (!this.#ready.has(card) && card.topics?.length) this.#ready.add(card);
    return this.#ready.has(card);
  }

  #topicsInFile(language: string): readonly string[] {
    if (this.#fileTopics?.language !== language) {
      const values = this.#file?.values ?? [];
      this.#fileTopics = {
        language,
        topics: values.flatMap((value) => topicsInIssue(value, language)),
      };
    }
    return this.#fileTopics.topics;
  }

  #follow(file: DeckFile | undefined): void {
    for (const card of this.#made.keys()) card.remove();
    this.#made.clear();
    this.#file = file;
    this.#index = 0;
    this.#faults = file?.faults ?? [];
    this.#fileTopics = undefined;
    this.#refresh();
  }

  #refresh(): void {
    const wanted = (this.#all = this.#wanted());
    const nodes = [...this.#host.childNodes];
    this.cards = wanted.filter((card) => this.#placed.has(card));
    this.others = nodes.filter(
      (node): node is Element | Text =>
        (node instanceof Element && node.localName !== TAG) || node instanceof Text,
    );
    for (const card of wanted) this.#followCard(card);
    this.#host.requestUpdate();
    const isDone = this.cards.length === wanted.length && !this.#next();
    if (isDone || this.#isAtWork || !this.#host.isConnected) return;
    this.#isAtWork = true;
    atEase(
      () => this.#place(),
      () => {
        // What the deck itself put there needs no second look.
        this.#observer.takeRecords();
        this.#refresh();
      },
    );
  }

  /** The cards to show, with those that have no place yet. */
  #wanted(): Card[] {
    const cards = ([...this.#host.children] as Card[]).filter(
      ({ localName, hidden }) => localName === TAG && !hidden,
    );
    return this.isOwn ? cards.filter((card) => this.#made.has(card)) : cards;
  }

  #next(): boolean {
    return this.#index < (this.#file?.values.length ?? 0);
  }

  /** Gives one more card its place; false when there is none. */
  #place(): boolean {
    if (!this.#host.isConnected) return (this.#isAtWork = false);
    if (this.#next()) {
      this.#make();
      return true;
    }
    const card = this.#all.find((wanted) => !this.#placed.has(wanted));
    if (card) this.#placed.add(card);
    this.#isAtWork = card !== undefined;
    return this.#isAtWork;
  }

  #make(): void {
    const verdict = this.#file!.read(this.#index++);
    if ('entry' in verdict) {
      const card: Card = document.createElement(TAG);
      Object.assign(card, this.#handOn(), verdict.entry);
      this.#made.set(card, verdict.entry);
      this.#placed.add(card);
      this.#host.append(card);
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
