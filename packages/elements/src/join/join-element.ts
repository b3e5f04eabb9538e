import { html, LitElement, type PropertyValues } from 'lit';
import type { MemberKind } from '@pro-kid/contract';
import { ReadyEvent } from '../ready/ready.event.ts';
import { warn } from '../diagnostics/warn.ts';
import type { FieldPresence } from '../form/fields.ts';
import { hasFallback } from '../fallback/has-fallback.ts';
import { FormController, type Deliver, type FormHost } from '../form/form-controller.ts';
import type { Prefill } from '../form/form-inputs.ts';
import { consents, kindChoice, memberFields, sending } from '../form/form-templates.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { fill } from '../messages/messages.ts';
import { formStyles } from '../theme/form.styles.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import type * as JoinEngine from './join-engine.ts';
import type { LaterJoinMessages } from './messages/en-later.ts';
import { english, type JoinMessages } from './messages/en.ts';

/**
 * A form with which a visitor joins as Pro-Kid, in their own name or for an organization. It thanks
 * only for what the endpoint acknowledged, and keeps what was typed when that failed.
 *
 * @fires {SubmittingEvent} pro-kid-submit - before a checked form is sent; cancelable
 * @fires {DeliveredEvent} pro-kid-delivered - the visitor is being thanked
 * @fires {FailedEvent} pro-kid-failed - it did not get through, or fields need mending
 * @fires {ReadyEvent} pro-kid-ready - once, when the form can be used
 * @slot - what stands there until the script arrives, or if it never does
 * @slot heading - in place of the heading; bring your own `<h2>`
 * @slot intro - in place of what joining means
 * @slot difference - in place of what an organization's membership means
 * @slot thanks - below our own thanks, which say what is known
 */
export class JoinElement extends LitElement implements FormHost {
  static readonly version = version;
  static override styles = [themeStyles, formStyles];

  static override properties = {
    endpoint: {},
    format: {},
    fields: { type: Object },
    extra: { type: Object },
    partner: {},
    campaign: {},
    privacy: {},
    kind: { converter: toKind },
    kinds: {},
    postalCode: { attribute: 'postal-code', converter: toPresence('optional') },
    telephone: { converter: toPresence('hidden') },
    headingLevel: { attribute: 'heading-level', type: Number },
    deliver: { attribute: false },
  };

  /** Where submissions are posted: `https:`, or `http:` on this computer. */
  declare endpoint: string;
  /** How the endpoint is spoken to: `json` (default) or the name of another format. */
  declare format: string;
  /** The endpoint's own names for fields, by ours: `{ "given-name": "FNAME" }`; as an attribute, in JSON. */
  declare fields: Readonly<Record<string, string>> | null;
  /** Constants sent along, by the endpoint's names; as an attribute, in JSON. */
  declare extra: Readonly<Record<string, string>> | null;
  /** The partner's id, sent with each submission. */
  declare partner: string;
  /** The campaign's id, sent with each submission. */
  declare campaign: string;
  /** The address of the privacy policy; there is no link without it. */
  declare privacy: string;
  /** Who joins: `individual` (default) or `organization`; the visitor may choose the other. */
  declare kind: MemberKind;
  /** Set to one kind, it offers no choice; default `individual organization`. */
  declare kinds: string;
  /** Whether the ZIP code is asked: `hidden`, `optional` (default) or `required`. */
  declare postalCode: FieldPresence;
  /** Whether the telephone is asked: `hidden` (default), `optional` or `required`. */
  declare telephone: FieldPresence;
  /** The level of the heading in the page's outline, 1 to 6; default 2. */
  declare headingLevel: number;
  /** Sends submissions in a way of your own, in place of `endpoint`; resolves to an Outcome. */
  declare deliver: Deliver | undefined;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController<JoinMessages & Partial<LaterJoinMessages>>(
    this,
    english,
    { es: async () => (await import('./messages/es.ts')).messages },
  );
  readonly #form = new FormController<JoinMessages, LaterJoinMessages, typeof JoinEngine>(this, {
    type: 'join',
    language: this.#language,
    consents: ({ updates }: JoinMessages) => [{ id: 'updates', text: updates }],
    importEngine: () => import('./join-engine.ts'),
  });
  #announcement = '';
  #isReady = false;

  constructor() {
    super();
    this.endpoint = this.partner = this.campaign = this.privacy = '';
    this.format = 'json';
    this.fields = this.extra = {};
    this.kind = 'individual';
    this.kinds = 'individual organization';
    this.postalCode = 'optional';
    this.telephone = 'hidden';
    this.headingLevel = 2;
  }

  /** Checks the form and sends it, as its button does. */
  submit(): Promise<void> {
    return this.#form.submit();
  }

  /** Empties the form, and shows it again after a thank-you. */
  reset(): void {
    this.#form.reset();
  }

  /** Fills in what is already known of the visitor; fields are named as in a submission's `member`. */
  prefill(values: Prefill): Promise<void> {
    return this.#form.prefill(values);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [only, other] = this.#kinds();
    if (only && !other) this.kind = only;
    if (changed.has('kind') && this.hasUpdated) {
      this.#announcement = this.#form.texts.switchedTo[this.kind];
    }
    this.#showState();
  }

  protected override updated(): void {
    if (this.#isReady || !this.#form.inputs.areThere) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  protected override render() {
    const { ready, language, direction, messages } = this.#language;
    const canSend = ready && this.#canSend();
    if (!ready || (!canSend && hasFallback(this))) return html`<slot></slot>`;
    return html`<div class="root" lang=${language} dir=${direction} part="card">
      ${canSend ? this.#content() : html`<p>${messages.unavailable}</p>`}
      <div class="visually-hidden" role="status" id="live">${this.#spokenState()}</div>
    </div>`;
  }

  #content() {
    const { state, engine, texts } = this.#form;
    if (state.status === 'done') {
      return engine!.thanks(this.#form, state.outcome, (text) => this.#heading(text));
    }
    return html`<slot name="heading">${this.#heading(texts.heading)}</slot>
      <slot name="intro"><p class="muted" part="intro">${texts.intro}</p></slot>
      <form
        novalidate
        @submit=${this.#onSubmit}
        @click=${this.#onClick}
        @input=${(event: Event) => this.#form.onInput(nameOf(event))}
        @change=${(event: Event) => this.#form.onChange(nameOf(event))}
      >
        ${this.#kinds().length > 1 ? kindChoice(this.#form) : ''}
        <details part="difference">
          <summary>${texts.differenceTitle}</summary>
          <slot name="difference"><p>${texts.difference}</p></slot>
        </details>
        ${this.#form.errors.length > 0 ? engine!.errorSummary(this.#form) : ''}
        ${memberFields(this.#form)} ${consents(this.#form)}
        <p class="muted" id="behalf">${this.#behalf()}</p>
        ${sending(this.#form, texts.submit)}
      </form>`;
  }

  #heading(text: string) {
    return html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>
      ${text}
    </div>`;
  }

  #behalf(): string {
    const { onOwnBehalf, onBehalfOf, yourOrganization } = this.#form.texts;
    if (this.kind === 'individual') return onOwnBehalf;
    const name = this.#form.inputs.get('organization')?.value.trim() || yourOrganization;
    return fill(onBehalfOf, { name });
  }

  /** What the live region says: it stands there from the first, so each change of it is read. */
  #spokenState(): string {
    const { state, allTexts, failureTitle } = this.#form;
    const { sending, done } = allTexts;
    return { idle: this.#announcement, sending, done, failed: failureTitle }[state.status];
  }

  /** The kinds that the page lets join; both where it names none that there is. */
  #kinds(): MemberKind[] {
    return this.kinds.split(/\s+/).filter(isKind);
  }

  /** Custom states for the page's style sheet: `pro-kid-join:state(done)`. */
  #showState(): void {
    for (const status of ['idle', 'sending', 'done', 'failed'] as const) {
      try {
        this.#internals.states[status === this.#form.state.status ? 'add' : 'delete'](status);
      } catch {
        // Chrome before 125 takes only names with two dashes; nothing depends on the states.
      }
    }
  }

  #canSend(): boolean {
    if (this.deliver) return true;
    if (!this.endpoint) {
      warn(this, 'no-endpoint', 'no endpoint. Set endpoint="https://…", or the deliver property.');
    }
    return this.endpoint !== '' && this.#form.canSend;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.submit();
  }

  /**
   * Sends on the click that pressing the button or Enter makes, since in a frame without
   * `allow-forms` no `submit` event follows it. The second click of a double click is not one more.
   */
  #onClick(event: MouseEvent): void {
    const isSubmit = (event.target as Element).closest('[type=submit]');
    if (!isSubmit) return;
    event.preventDefault();
    if (event.detail < 2) void this.submit();
  }
}

const nameOf = (event: Event) => (event.target as HTMLInputElement).name;

function isKind(value: string): value is MemberKind {
  return value === 'individual' || value === 'organization';
}

function toKind(value: string | null): MemberKind {
  return value && isKind(value) ? value : 'individual';
}

function toPresence(byDefault: FieldPresence) {
  return (value: string | null): FieldPresence =>
    value === 'hidden' || value === 'optional' || value === 'required' ? value : byDefault;
}
