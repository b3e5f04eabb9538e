import { html, nothing } from 'lit';
import { ReadyEvent } from '../ready/ready.event.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { fill } from '../messages/messages.ts';
import { pluralize } from '../messages/pluralize.ts';
import { StyledElement } from '../theme/styled-element.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import { CardsController, type CardsHost } from './cards-controller.ts';
import { factDeckStyles } from './fact-deck.styles.ts';
import { ItemsController } from './items-controller.ts';
import { english, type FactDeckMessages } from './messages/en.ts';
import { RowController } from './row-controller.ts';

/** How the cards are laid out. */
export type DeckLayout = 'grid' | 'row';

/**
 * Several fact cards in a grid or a row, which a visitor can filter by topic. The cards are those
 * between its tags, or those that it makes from a file.
 *
 * @fires {ReadyEvent} pro-kid-ready - once, when all cards have their place; each loads when it is near
 * @slot - the cards; with `src`, what stands there until the file has arrived, or if it never does
 */
export class FactDeckElement extends StyledElement implements CardsHost {
  static readonly version = version;
  static override styles = [themeStyles, factDeckStyles];
  /** Each card goes into a list item of the deck's own, so that none has to be changed for it. */
  static override shadowRootOptions: ShadowRootInit = {
    ...StyledElement.shadowRootOptions,
    slotAssignment: 'manual',
  };

  static override properties = {
    src: {},
    layout: { converter: toLayout },
    label: {},
    actionHref: { attribute: 'action-href' },
    actionText: { attribute: 'action-text' },
    htmlFor: { attribute: 'for' },
    partner: {},
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  /** The address of a file in JSON that lists issues, or where each of them is. */
  declare src: string;
  /** `grid` (default), or a `row` to scroll through. */
  declare layout: DeckLayout;
  /** The name of the list for those who do not see it; default "Issues". */
  declare label: string;
  /** Where the action of the cards leads that the deck makes. */
  declare actionHref: string;
  /** What that action says; default "Take action". */
  declare actionText: string;
  /** The id of a form on the page, to which that action leads; attribute `for`. */
  declare htmlFor: string;
  /** The partner's id, for the cards that the deck makes. */
  declare partner: string;
  /** The level of the titles of those cards in the page's outline, 1 to 6; default 3. */
  declare headingLevel: number;

  readonly #language = new LanguageController<FactDeckMessages>(this, english, {
    es: async () => (await import('./messages/es.ts')).messages,
  });
  readonly #cards = new CardsController(this);
  readonly #row = new RowController(this);
  readonly #items = new ItemsController(this);
  /** The topic that the visitor chose; empty for all. It is kept nowhere else. */
  #topic = '';
  /** How many cards there are, in words: formats are slow to make, and a deck of hundreds grows often. */
  #count = { key: '', text: '' };
  #isReady = false;

  constructor() {
    super();
    this.src = this.label = this.actionHref = this.actionText = this.htmlFor = this.partner = '';
    this.layout = 'grid';
    this.headingLevel = 3;
  }

  protected override willUpdate(): void {
    this.#cards.language = this.#language.language;
  }

  protected override updated(): void {
    const { renderRoot } = this;
    const list = renderRoot.querySelector('.list');
    const { cards, others } = this.#cards;
    this.#items.arrange(list, {
      cards,
      isShown: (card) => this.#isShown(card),
      hasLoaded: (card) => this.#cards.hasLoaded(card),
      connect: (card) => this.#cards.connect(card),
      isFocusable: this.#isRow,
    });
    renderRoot.querySelector<HTMLSlotElement>('#others')?.assign(...others);
    this.#row.watch(this.#isRow ? list : null);
    if (this.#isReady || !this.#language.ready || !this.#cards.isComplete) return;
    if (cards.length === 0) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  get #isRow(): boolean {
    return this.layout === 'row';
  }

  protected override render() {
    const { parts, total, others, isOwn, isComplete } = this.#cards;
    const { ready, language, messages } = this.#language;
    const isEmpty = total === 0 && isComplete && !others.some(isSaid);
    return html`${isOwn && parts > 0 ? nothing : html`<slot id="others"></slot>`}
    ${ready && isEmpty ? html`<p class="root" lang=${language}>${messages.unavailable}</p>` : nothing}
    ${parts > 0 && (total > 0 || isOwn) ? this.#content() : nothing}`;
  }

  #content() {
    const { cards, parts, topics, total } = this.#cards;
    const { ready, language, messages } = this.#language;
    if (!topics.includes(this.#topic)) this.#topic = '';
    const shown = this.#topic ? cards.filter((card) => this.#isShown(card)).length : total;
    const label = this.label || messages.label;
    const hasFilter = topics.length > 1;
    return html`${
        ready && parts > 1 && (hasFilter || this.#isRow)
          ? html`<div class="root" part="bar" lang=${language}>
              ${hasFilter && parts > 2 ? this.#filter(topics) : nothing}
              <div class="end">
                <p part="count" role="status" dir="auto">${this.#countText(shown, total)}</p>
                ${this.#isRow && parts > 3 ? this.#buttons() : nothing}
              </div>
            </div>`
          : nothing
      }
      <div
        class="list ${this.layout} ${this.#isRow ? this.#more : ''}"
        id="list"
        part="list"
        role="list"
        aria-label=${label}
        tabindex=${this.#isRow ? 0 : nothing}
        @keydown=${this.#isRow ? this.#row.onKey : nothing}
      ></div>`;
  }

  #filter(topics: readonly string[]) {
    const { messages } = this.#language;
    return html`<fieldset part="topics" @change=${this.#onTopic}>
      <legend class="visually-hidden">${messages.topics}</legend>
      ${['', ...topics].map(
        (topic) =>
          html`<label part="topic">
            <input type="radio" name="topic" value=${topic} .checked=${topic === this.#topic} />
            ${topic || messages.all}
          </label>`,
      )}
    </fieldset>`;
  }

  #countText(shown: number, total: number): string {
    const { messages, locale } = this.#language;
    const texts = this.#topic ? messages.shown : messages.count;
    const key = [locale, shown, total, texts.other].join();
    if (this.#count.key !== key) {
      const text = pluralize(locale, texts, total);
      const values = this.#topic && { shown: new Intl.NumberFormat(locale).format(shown) };
      this.#count = { key, text: values ? fill(text, values) : text };
    }
    return this.#count.text;
  }

  /** At an end, a button stays where it is and keeps the focus, but does nothing. */
  #buttons() {
    const { previous, next } = this.#language.messages;
    const { isAtStart, isAtEnd } = this.#row;
    const button = (name: string, isOver: boolean, direction: 1 | -1) =>
      html`<button
        type="button"
        part=${direction < 0 ? 'previous' : 'next'}
        aria-label=${name}
        aria-controls="list"
        aria-disabled=${isOver}
        @click=${() => this.#row.page(direction)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d=${direction < 0 ? 'm12 4.5-5.5 5.5 5.5 5.5' : 'm8 4.5 5.5 5.5-5.5 5.5'} />
        </svg>
      </button>`;
    return html`<div class="buttons" ?hidden=${isAtStart && isAtEnd}>
      ${button(previous, isAtStart, -1)} ${button(next, isAtEnd, 1)}
    </div>`;
  }

  /** At which ends of the row there is more. */
  get #more(): string {
    const { isAtStart, isAtEnd } = this.#row;
    return `${isAtStart ? '' : 'more-before'} ${isAtEnd ? '' : 'more-after'}`;
  }

  /** While its topics are not known, a card stays: when it is near, it loads and says them. */
  #isShown(card: HTMLElement): boolean {
    return !this.#topic || (this.#cards.topicsOf(card)?.includes(this.#topic) ?? true);
  }

  readonly #onTopic = ({ target }: Event): void => {
    this.#topic = (target as HTMLInputElement).value;
    this.requestUpdate();
  };
}

const isSaid = (node: Element | Text) => node instanceof Element || node.data.trim() !== '';

function toLayout(value: string | null): DeckLayout {
  return value === 'row' ? 'row' : 'grid';
}
