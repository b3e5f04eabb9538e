import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Outcome, Success } from '@pro-kid/client';
import type {
  Consent,
  FieldError,
  MemberKind,
  Submission,
  SubmissionType,
} from '@pro-kid/contract';
import { FailedEvent } from '../delivery/delivery.events.ts';
import type * as FormEngine from './engine.ts';
import type { Field, FieldPresence } from './fields.ts';
import { FormInputs, type Prefill } from './form-inputs.ts';

/** Sends a submission in the page's own way, in place of the built-in delivery. */
export type Deliver = (
  submission: Submission,
  options: { signal: AbortSignal },
) => Promise<Outcome>;

/** What a form element must have for its controller to work with. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly submissionType: SubmissionType;
  kind: MemberKind;
  endpoint: string;
  campaign: string;
  partner: string;
  postalCode: FieldPresence;
  telephone: FieldPresence;
  deliver: Deliver | undefined;
  /** The consents on show, by the words that the visitor reads. */
  readonly consentTexts: readonly Omit<Consent, 'granted'>[];
  readonly language: string;
}

export type Failure = Exclude<Outcome, Success | { outcome: 'invalid' }>;

export type FormState =
  | { status: 'idle' }
  | { status: 'sending' }
  | { status: 'done'; outcome: Success }
  | { status: 'failed'; outcome: Failure };

/**
 * What a form knows, from its first error to what became of it; what was typed stands in `inputs`.
 * Checking and sending are the engine's, which arrives after the form is on show.
 */
export class FormController<Engine extends typeof FormEngine> implements ReactiveController {
  state: FormState = { status: 'idle' };
  errors: readonly FieldError[] = [];
  /** The e-mail address that was probably meant; empty if none. */
  suggestion = '';
  organizationName = '';
  /** Whether there is an endpoint that may be posted to; true until the engine has looked. */
  canSend = true;
  engine: Engine | undefined;

  readonly inputs: FormInputs;
  readonly #host: FormHost;
  readonly #import: () => Promise<Engine>;
  #delivery: FormEngine.FormDelivery | undefined;
  #attempt: AbortController | undefined;

  constructor(host: FormHost, importEngine: () => Promise<Engine>) {
    this.#host = host;
    this.#import = importEngine;
    this.inputs = new FormInputs(() => host.renderRoot);
    host.addController(this);
  }

  hostConnected(): void {
    const soon: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout;
    // A failure shows when it matters: at submit, which tries again.
    soon(() => void this.#loadDelivery().catch(() => undefined));
  }

  hostUpdated(): void {
    this.#delivery?.vetEndpoint();
  }

  hostDisconnected(): void {
    // A page builder moves an element by taking it out and putting it in again at once.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#attempt?.abort();
    });
  }

  /** How a field is asked of this visitor, as the host is configured. */
  presenceOf({ name, only, required }: Field): FieldPresence {
    if (only && only !== this.#host.kind) return 'hidden';
    if (name === 'postal-code') return this.#host.postalCode;
    if (name === 'tel') return this.#host.telephone;
    return required ? 'required' : 'optional';
  }

  /** Checks the form and sends it. While it is being sent, and once it is in, this does nothing. */
  async submit(): Promise<void> {
    if (this.#attempt || this.state.status === 'done') return;
    const attempt = (this.#attempt = new AbortController());
    try {
      if (!this.#delivery) this.set({ status: 'sending' });
      const delivery = await this.#loadDelivery().catch(() => undefined);
      if (delivery) await delivery.run(attempt.signal);
      else this.#failToLoad();
    } finally {
      if (this.#attempt === attempt) this.#attempt = undefined;
    }
  }

  #failToLoad(): void {
    const { submissionType, kind } = this.#host;
    this.set({ status: 'failed', outcome: { outcome: 'unreachable', cause: 'offline' } });
    this.#host.dispatchEvent(new FailedEvent({ submissionType, kind }, 'unreachable', ['offline']));
  }

  /** Empties the form and forgets what became of it. */
  reset(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#delivery?.forget();
    this.inputs.clear();
    this.errors = [];
    this.suggestion = this.organizationName = '';
    this.set({ status: 'idle' });
  }

  /** Puts values into the inputs, as if they had been typed. */
  async prefill({ kind, ...values }: Prefill): Promise<void> {
    if (kind) this.#host.kind = kind;
    await this.#host.updateComplete;
    this.inputs.fill(values);
    this.onInput('');
  }

  /** Asks for another kind of member. What was typed stays; errors of the other kind do not. */
  chooseKind(kind: MemberKind): void {
    this.#host.kind = kind;
    this.errors = [];
  }

  /** Follows the visitor's typing: an error goes as soon as it is mended. */
  onInput(name: string): void {
    this.organizationName = this.inputs.get('organization')?.value.trim() ?? '';
    if (name === 'email') this.suggestion = '';
    this.#delivery?.recheck(name);
    this.#host.requestUpdate();
  }

  onEmailChange(): void {
    this.#delivery?.suggestEmail();
  }

  takeSuggestion(): void {
    const input = this.inputs.get('email');
    if (!input) return;
    input.value = this.suggestion;
    this.onInput('email');
    input.focus();
  }

  /** Moves the focus to a part of the form, once it stands there. */
  async focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  set(state: FormState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  async #loadDelivery(): Promise<FormEngine.FormDelivery> {
    this.engine ??= await this.#import();
    this.#delivery ??= new this.engine.FormDelivery(this.#host, this);
    this.#delivery.vetEndpoint();
    return this.#delivery;
  }
}
