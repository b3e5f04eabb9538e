import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { MemberKind } from '@pro-kid/contract';
import { hasFallback } from '../fallback/has-fallback.ts';
import type { LanguageController } from '../messages/language-controller.ts';
import { fill } from '../messages/messages.ts';
import { ReadyEvent } from '../ready/ready.event.ts';
import { showState } from '../theme/custom-state.ts';
import { formStyles } from '../theme/form.styles.ts';
import { StyledElement } from '../theme/styled-element.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import type { FieldPresence } from './fields.ts';
import type { Deliver, FormController, FormHost, FormTarget } from './form-controller.ts';
import type { Prefill } from './form-inputs.ts';
import type { LaterFormMessages } from './messages/en-later.ts';
import type { FormMessages } from './messages/en.ts';

/** An element that is a form: what it is set to, and how it lives. Each says what stands in it. */
export abstract class FormElement<
  Texts extends FormMessages = FormMessages,
  Later extends LaterFormMessages = LaterFormMessages,
>
  extends StyledElement
  implements FormHost
{
  static override styles = [themeStyles, formStyles];

  static override properties: PropertyDeclarations = {
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
  /** Who signs up: `individual` (default) or `organization`; the visitor may choose the other. */
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

  protected abstract readonly language: LanguageController<Texts & Partial<Later>>;
  protected abstract readonly form: FormController<Texts, Later>;
  protected readonly internals = this.attachInternals();
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
    return this.form.submit();
  }

  /** Empties the form, and shows it again after a thank-you. */
  reset(): void {
    this.form.reset();
  }

  /** Fills in what is already known of the visitor; fields are named as in a submission's `member`. */
  prefill(values: Prefill): Promise<void> {
    return this.form.prefill(values);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [only, other] = this.offeredKinds;
    if (only && !other) this.kind = only;
    if (changed.has('kind') && this.hasUpdated) {
      this.#announcement = this.form.texts.switchedTo[this.kind];
    }
    showState(this.internals, ['idle', 'sending', 'done', 'failed'], this.form.state.status);
  }

  /** Where a script of the page broke what every form is made of, what stands between the tags is back. */
  protected override update(changed: PropertyValues<this>): void {
    try {
      super.update(changed);
    } catch (error) {
      this.renderRoot.replaceChildren(document.createElement('slot'));
      throw error;
    }
  }

  protected override updated(): void {
    if (this.#isReady || !this.form.inputs.areThere) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  protected override render() {
    const { ready, language, direction, messages } = this.language;
    const canSend = ready && this.#canSend();
    if (!ready || (!canSend && hasFallback(this))) return html`<slot></slot>`;
    return html`<div class="root" lang=${language} dir=${direction} part="card">
      ${canSend ? this.content() : html`<p>${messages.unavailable}</p>`}
      <div class="visually-hidden" role="status" id="live">${this.#spokenState()}</div>
    </div>`;
  }

  /** What stands in the element once it can be used. */
  protected abstract content(): TemplateResult;

  /** A form around its parts, which sends itself by this element's ways alone. */
  protected formAround(parts: unknown) {
    return html`<form
      novalidate
      @submit=${this.#onSubmit}
      @click=${this.#onClick}
      @input=${(event: Event) => this.form.onInput(nameOf(event))}
      @change=${(event: Event) => this.form.onChange(nameOf(event))}
    >
      ${parts}
    </form>`;
  }

  protected heading(text: unknown) {
    return html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>
      ${text}
    </div>`;
  }

  /** In whose name the button sends. */
  protected behalf() {
    return html`<p class="muted" id="behalf">${this.#behalfText()}</p>`;
  }

  #behalfText(): string {
    const { onOwnBehalf, onBehalfOf, yourOrganization } = this.form.texts;
    if (this.kind === 'individual') return onOwnBehalf;
    const name = this.form.inputs.get('organization')?.value.trim() || yourOrganization;
    return fill(onBehalfOf, { name });
  }

  /** The kinds that the page lets sign up; both where it names none that there is. */
  protected get offeredKinds(): MemberKind[] {
    return this.kinds.split(/\s+/).filter(isKind);
  }

  /** What the live region says: it stands there from the first, so each change of it is read. */
  #spokenState(): string {
    const { state, allTexts, failureTitle } = this.form;
    const { sending, done } = allTexts;
    return { idle: this.#announcement, sending, done, failed: failureTitle }[state.status];
  }

  #canSend(): boolean {
    return !!this.deliver || (this.target.endpoint !== '' && this.form.canSend);
  }

  /** Where it is sent: as the element itself is set. */
  get target(): FormTarget {
    return this;
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
