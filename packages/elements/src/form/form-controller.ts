import type { ReactiveController } from 'lit';
import type { Endpoint, Outcome, Success } from '@pro-kid/client';
import type { FieldError, MemberKind, Submission, SubmissionType } from '@pro-kid/contract';
import { FailedEvent, type SubmissionFacts } from '../delivery/delivery.events.ts';
import type { LanguageController } from '../messages/language-controller.ts';
import type { StyledElement } from '../theme/styled-element.ts';
import type { formEngine as FormEngine } from './engine.ts';
import type { FormDelivery } from './form-delivery.ts';
import type { Field, FieldPresence } from './fields.ts';
import { FormInputs, type Prefill } from './form-inputs.ts';
import type { LaterFormMessages } from './messages/en-later.ts';
import type { FormMessages } from './messages/en.ts';

/** Sends a submission in the page's own way, in place of the built-in delivery. */
export type Deliver = (
  submission: Submission,
  options: { signal: AbortSignal },
) => Promise<Outcome>;

/** Where a form is sent, as it was set: nothing of it is checked. */
export interface FormTarget {
  endpoint: string;
  format: string;
  fields: Readonly<Record<string, string>> | null;
  extra: Readonly<Record<string, string>> | null;
  /** What only a campaign's file can set. */
  more?: Pick<Endpoint, 'headers' | 'idempotencyKey'>;
}

/** What a form element must have for its controller to work with. */
export interface FormHost extends StyledElement {
  readonly target: FormTarget;
  kind: MemberKind;
  campaign: string;
  partner: string;
  privacy: string;
  postalCode: FieldPresence;
  telephone: FieldPresence;
  /** Whether somebody is to be counted who gave no name. */
  readonly isAnonymous?: boolean;
  /** Whether a checked form is not to be sent. */
  readonly test?: boolean;
  deliver: Deliver | undefined;
}

/** In what one form differs from another. */
export interface FormOptions<Texts, Later, Engine> {
  readonly type: SubmissionType;
  language: LanguageController<Texts & Partial<Later>>;
  /** The consents on show, by the words that the visitor reads; in the form's language, if in no other. */
  consents(texts: Texts): ShownConsent[];
  importEngine(): Promise<Engine>;
}

export interface ShownConsent {
  id: string;
  text: string;
  language?: string;
  isRequired?: boolean | undefined;
}

export type Failure = Exclude<Outcome, Success | { outcome: 'invalid' }>;

export type FormState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'done'; outcome: Success }
  | { status: 'failed'; outcome: Failure };

export type EngineOf<Later> = typeof FormEngine & { later: Later };

/**
 * What a form knows, from its first error to what became of it; what was typed stands in `inputs`.
 * Checking and sending are the engine's, which arrives after the form is on show.
 */
export class FormController<
  Texts extends FormMessages = FormMessages,
  Later extends LaterFormMessages = LaterFormMessages,
  Engine extends EngineOf<Later> = EngineOf<Later>,
> implements ReactiveController {
  state: FormState = { status: 'idle' };
  errors: readonly FieldError[] = [];
  /** The e-mail address that was probably meant; empty if none. */
  suggestion = '';
  /** Whether there is an endpoint that may be posted to; true until the engine has looked. */
  canSend = true;
  engine: Engine | undefined;

  readonly host: FormHost;
  readonly options: FormOptions<Texts, Later, Engine>;
  readonly inputs: FormInputs;
  #delivery: FormDelivery | undefined;
  #prefill: Prefill | undefined;
  #isTakenOver = false;
  #attempt: AbortController | undefined;

  constructor(host: FormHost, options: FormOptions<Texts, Later, Engine>) {
    this.host = host;
    this.options = options;
    this.inputs = new FormInputs(() => host.renderRoot);
    host.addController(this);
  }

  hostConnected(): void {
    const soon: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout;
    // A failure shows when it matters: at submit, which tries again.
    soon(() => void this.#load().catch(() => undefined));
  }

  hostUpdated(): void {
    if (this.inputs.areThere) {
      if (this.#prefill) {
        this.inputs.fill(this.#prefill);
        this.#prefill = undefined;
        this.onInput('');
      }
      if (!this.#isTakenOver) this.inputs.takeOver(this.host);
      this.#isTakenOver = true;
    }
    this.#delivery?.vetEndpoint();
  }

  hostDisconnected(): void {
    // A page builder moves an element by taking it out and putting it in again at once.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#attempt?.abort();
    });
  }

  get facts(): SubmissionFacts {
    const { kind, campaign, isAnonymous } = this.host;
    const { type } = this.options;
    return { submissionType: type, kind: isAnonymous ? 'anonymous' : kind, campaign };
  }

  /** The texts on show at first sight. */
  get texts(): Texts {
    return this.options.language.messages;
  }

  /** All texts. Those of errors, failures and thanks come with the engine, if not with a language. */
  get allTexts(): Texts & Later {
    return { ...this.engine?.later, ...this.options.language.messages } as Texts & Later;
  }

  /** What was sent last, from this form as it stands. */
  get submission(): Submission | undefined {
    return this.#delivery?.submission;
  }

  get failure(): Failure | undefined {
    return this.state.status === 'failed' ? this.state.outcome : undefined;
  }

  get failureTitle(): string {
    const { failure, allTexts } = this;
    return (failure && this.engine?.failureTitle(allTexts, failure)) ?? allTexts.failed;
  }

  /** How a field is asked of this visitor, as the host is configured. */
  presenceOf({ name, only, required }: Field): FieldPresence {
    if (only && only !== this.host.kind) return 'hidden';
    if (name === 'postal-code') return this.host.postalCode;
    if (name === 'tel') return this.host.telephone;
    return required ? 'required' : 'optional';
  }

  /** The error at an input, in the visitor's language. */
  errorAt(name: string): string | undefined {
    const error = this.errors.find(({ pointer }) => this.engine?.inputAt(this, pointer) === name);
    return error && this.engine?.errorMessage(this, error);
  }

  /** Checks the form and sends it. While it is being sent, and once it is in, this does nothing. */
  async submit(): Promise<void> {
    if (this.#attempt || this.state.status === 'done') return;
    const attempt = (this.#attempt = new AbortController());
    if (!this.#delivery) this.set({ status: 'sending' });
    try {
      await (await this.#load()).run(attempt.signal);
    } catch (error) {
      if (this.#delivery) throw error;
      this.fail({ outcome: 'unreachable', cause: 'offline' }, ['offline']);
    } finally {
      if (this.#attempt === attempt) this.#attempt = undefined;
    }
  }

  /** Shows what went wrong, in view and above the button that tries again, and tells the page. */
  fail(outcome: Failure, codes: readonly string[]): void {
    this.set({ status: 'failed', outcome });
    this.host.dispatchEvent(new FailedEvent({ ...this.facts, outcome: outcome.outcome, codes }));
    void this.#reveal('[part=failure]');
  }

  async #reveal(selector: string): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  }

  /** Empties the form and forgets what became of it. */
  reset(): void {
    this.#attempt?.abort();
    this.#attempt = this.#delivery = undefined;
    this.inputs.clear();
    this.errors = [];
    this.suggestion = '';
    this.set({ status: 'idle' });
  }

  /** Puts values into the inputs, as if they had been typed, as soon as these are there. */
  async prefill(values: Prefill): Promise<void> {
    if (values.kind) this.host.kind = values.kind;
    this.#prefill = { ...this.#prefill, ...values };
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  /** Asks for another kind of member. What was typed stays; errors of the other kind do not. */
  chooseKind(kind: MemberKind): void {
    this.host.kind = kind;
    this.errors = [];
  }

  /** Follows the visitor's typing: an error goes as soon as it is mended. */
  onInput(name: string): void {
    if (name === 'email') this.suggestion = '';
    this.#delivery?.recheck(name);
    this.host.requestUpdate();
  }

  /** Follows what the visitor has finished typing. */
  onChange(name: string): void {
    if (name !== 'email') return;
    // Without the engine there is no suggestion, which nobody misses.
    void this.#load().then(
      (delivery) => delivery.suggestEmail(),
      () => undefined,
    );
  }

  takeSuggestion(): void {
    this.inputs.fill({ email: this.suggestion });
    this.onInput('email');
    void this.focus('email');
  }

  /** Moves the focus to a part of the form, once it stands there. */
  async focus(id: string): Promise<void> {
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`)?.focus();
  }

  set(state: FormState): void {
    this.state = state;
    this.host.requestUpdate();
  }

  async #load(): Promise<FormDelivery> {
    this.engine ??= await this.options.importEngine();
    this.#delivery ??= new this.engine.FormDelivery(this);
    this.#delivery.vetEndpoint();
    return this.#delivery;
  }
}
