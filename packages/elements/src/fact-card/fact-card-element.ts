import { html, nothing } from 'lit';
import type { Issue } from '@pro-kid/contract';
import { ReadyEvent } from '../ready/ready.event.ts';
import { hasFallback } from '../fallback/has-fallback.ts';
import { directionOf } from '../messages/direction-of.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { showState } from '../theme/custom-state.ts';
import { StyledElement } from '../theme/styled-element.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import { actionAddress, goToTarget } from './action.ts';
import type { CardIssue } from './card-issue.ts';
import { detailsName, hero, type Writing } from './card-templates.ts';
import { ActEvent } from './fact-card.events.ts';
import type { facts as Facts } from './facts.ts';
import { factCardStyles } from './fact-card.styles.ts';
import { IssueController, type IssueHost, type IssueLoaders } from './issue-controller.ts';
import { english, type FactCardMessages } from './messages/en.ts';
import { Nearness } from './nearness.ts';
import type { PassedOn } from './pass-on.ts';
import { PassOnController } from './pass-on-controller.ts';

/**
 * One issue in a card: its headline fact drawn, its summary, the movement's agenda, and an action. What
 * stands between its tags stays whenever there is no issue to show.
 *
 * @fires {ActEvent} pro-kid-act - the visitor presses the card's action; cancelable
 * @fires {ReadyEvent} pro-kid-ready - once, when the card shows its issue
 * @slot - plain HTML in place of data, and what stands there until the script arrives
 * @slot actions - buttons or links of the page's own, in place of the card's action
 */
export class FactCardElement extends StyledElement implements IssueHost {
  static readonly version = version;
  static override styles = [themeStyles, factCardStyles];
  /** Issues that a card may be asked for by id, and how to load each. */
  static issues: IssueLoaders = {};
  /** The address of a script that shows a card on another site; without it, none is offered. */
  static script = '';

  static override properties = {
    issue: {},
    src: {},
    open: { type: Boolean, reflect: true },
    actionHref: { attribute: 'action-href' },
    actionText: { attribute: 'action-text' },
    htmlFor: { attribute: 'for' },
    partner: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    loading: {},
  };

  /** The id of an issue that is built in; as a property also an issue itself. */
  declare issue: string | Issue | null;
  /** The address of an issue file in JSON. */
  declare src: string;
  /** Whether background and agenda are on show. */
  declare open: boolean;
  /** Where the card's action leads. */
  declare actionHref: string;
  /** What the card's action says; default "Take action". */
  declare actionText: string;
  /** The id of a form on the page, to which the action leads; attribute `for`. */
  declare htmlFor: string;
  /** The partner's id, in the code with which others show this card. */
  declare partner: string;
  /** The level of the title in the page's outline, 1 to 6; default 3. */
  declare headingLevel: number;
  /** `lazy` (default) waits until the card is near the visitor's view, `eager` does not. */
  declare loading: 'lazy' | 'eager';

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController<FactCardMessages>(this, english, {
    es: async () => (await import('./messages/es.ts')).messages,
  });
  readonly #importEngine = async () => (await import('./fact-card-engine.ts')).engine;
  readonly #issue = new IssueController(this, {
    builtIn: () => (this.constructor as typeof FactCardElement).issues,
    importEngine: this.#importEngine,
    loadFacts: () => this.#loadFacts(),
  });
  readonly #passOn = new PassOnController(this, this.#importEngine);
  readonly #nearness = new Nearness(this, () => super.connectedCallback());
  #facts: typeof Facts | undefined;
  #isReady = false;

  constructor() {
    super();
    this.issue = null;
    this.src = this.actionHref = this.actionText = this.htmlFor = this.partner = '';
    this.open = false;
    this.headingLevel = 3;
    this.loading = 'lazy';
  }

  /** The topics of the issue on show, in the card's language. */
  get topics(): readonly string[] {
    return this.#shown?.topics ?? [];
  }

  /** Arrives only when it is near the visitor's view, unless it is told not to wait. */
  override connectedCallback(): void {
    if (this.loading === 'eager') this.#nearness.isReached = true;
    if (this.#nearness.isReached) super.connectedCallback();
    else this.#nearness.watch();
  }

  override disconnectedCallback(): void {
    this.#nearness.unwatch();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const state = this.#shown ? 'ready' : this.#issue.isMissing ? 'missing' : 'loading';
    showState(this.#internals, ['loading', 'ready', 'missing'], state);
    if (this.#isReady || !this.#shown || !this.isConnected) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  get #shown(): CardIssue | undefined {
    return this.#language.ready ? this.#issue.in(this.#language.language) : undefined;
  }

  protected override render() {
    const issue = this.#shown;
    const { language, messages } = this.#language;
    if (!issue) {
      const isEmpty = this.#issue.isMissing && !hasFallback(this);
      return isEmpty
        ? html`<div class="root" lang=${language} part="card">
            <p class="rest">${messages.unavailable}</p>
          </div>`
        : html`<slot></slot>`;
    }
    const writing = this.#writing(issue, this.#facts!);
    return html`<article
      class="root"
      part="card"
      lang=${issue.language || nothing}
      dir=${issue.language ? directionOf(issue.language) : nothing}
      aria-labelledby="title"
    >
      <div class="layout">
        ${hero(issue, writing)}
        <div class="rest">
          ${issue.summary ? html`<p part="summary">${issue.summary}</p>` : nothing}
          ${writing.facts.otherFacts(issue, writing)} ${writing.facts.fine(issue, writing)}
        </div>
        <div class="foot">${this.#details(issue, writing)} ${this.#actions(issue, writing)}</div>
      </div>
      <div class="visually-hidden" role="status" lang=${language}>
        ${this.#passOn.said && messages[this.#passOn.said]}
      </div>
    </article>`;
  }

  #details(issue: CardIssue, writing: Writing) {
    const name = detailsName(issue, writing.texts);
    if (!name) return nothing;
    return html`<div>
      <button
        class="toggle"
        part="toggle"
        type="button"
        aria-expanded=${this.open}
        aria-controls="details"
        @click=${() => (this.open = !this.open)}
      >
        ${name}
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 7.5 5 5 5-5" /></svg>
      </button>
      <div
        id="details"
        part="details"
        hidden=${this.open ? nothing : 'until-found'}
        @beforematch=${() => (this.open = true)}
      >
        ${writing.facts.details(issue, writing)}
      </div>
    </div>`;
  }

  #actions(issue: CardIssue, { texts, locale, facts }: Writing) {
    const address = actionAddress(this);
    const passedOn: PassedOn = {
      shown: issue,
      data: this.#issue.data,
      script: (this.constructor as typeof FactCardElement).script,
      write: (fact) => facts.figureText(fact, locale, texts),
    };
    return html`<div class="actions" part="actions">
        <slot name="actions">
          ${
            address
              ? html`<a class="act" part="action" href=${address} @click=${this.#onAct}
                  >${this.actionText || texts.act}</a
                >`
              : nothing
          }
        </slot>
        ${this.#passOn.button(texts)}
      </div>
      ${this.#passOn.menu(texts, passedOn)}`;
  }

  /** Its own texts are in the card's language, its numbers as the issue's language writes them. */
  #writing({ language }: CardIssue, facts: typeof Facts): Writing {
    const { messages: texts, language: own, locale } = this.#language;
    return {
      texts,
      locale: !language || language === own ? locale : language,
      level: this.headingLevel,
      facts,
    };
  }

  async #loadFacts(): Promise<void> {
    const { facts } = await import('./facts.ts');
    if (this.#facts) return;
    this.#facts = facts;
    this.addStyles(...facts.styles);
    new facts.SeenController(this);
  }

  #onAct(event: MouseEvent): void {
    const isAllowed = this.dispatchEvent(new ActEvent(this.#shown?.id ?? ''));
    const isForNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
    const isDone = isAllowed && this.htmlFor && !isForNewTab && goToTarget(this);
    if (isDone || !isAllowed) event.preventDefault();
  }
}
