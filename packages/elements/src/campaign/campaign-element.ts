import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Campaign } from '@pro-kid/contract';
import { hasFallback } from '../fallback/has-fallback.ts';
import { FormController, type FormTarget, type ShownConsent } from '../form/form-controller.ts';
import { FormElement } from '../form/form-element.ts';
import { consents, kindChoice, memberFields, sending } from '../form/form-templates.ts';
import { LanguageController, type LanguageLoaders } from '../messages/language-controller.ts';
import { ReadyEvent } from '../ready/ready.event.ts';
import { showState } from '../theme/custom-state.ts';
import { version } from '../version.ts';
import type { AgeQuestion } from './age-question.ts';
import type { engine as CampaignEngine } from './campaign-engine.ts';
import { CampaignController } from './campaign-controller.ts';
import type { CampaignSettings } from './campaign-settings.ts';
import type { CampaignForm, CampaignView } from './campaign-view.ts';
import { campaignStyles } from './campaign.styles.ts';
import type { Companions } from './companions.ts';
import { joinOf } from './join-of.ts';
import type { CampaignMessages } from './messages/campaign-messages.ts';
import type { FileMessages } from './messages/en-file.ts';
import type { LaterCampaignMessages } from './messages/en-later.ts';
import type { Phase } from './phase.ts';
import type { ShownCampaign } from './shown-campaign.ts';
import { SignedController } from './signed-controller.ts';

/** Each phase, and whether the goal is reached. */
const STATES = ['form', 'age', 'younger', 'signed', 'not-yet-open', 'closed', 'reached'];

type Messages = CampaignMessages & Partial<FileMessages & LaterCampaignMessages>;

/**
 * A campaign that visitors can sign, as its file says: what it is about, how many are in, the form, and
 * after it thanks and what to do next. A pledge and a petition are its two faces.
 */
export abstract class CampaignElement extends FormElement<CampaignMessages, LaterCampaignMessages> {
  static readonly version: string = version;
  static override styles = [...FormElement.styles, campaignStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    definition: { attribute: false },
    test: { type: Boolean },
    parameters: {},
  };

  /** Which of the two it is. */
  static readonly type: Campaign['type'];
  static readonly english: CampaignMessages;
  static readonly languages: LanguageLoaders<Messages>;
  /** How the elements inside arrive; each registers its own tag. */
  static companions: Companions | undefined;

  /** The address of the campaign's file. */
  declare src: string;
  /** The campaign itself, in place of `src`. */
  declare definition: Campaign | null;
  /** Whether nothing is to be sent or counted; the visitor is told. */
  declare test: boolean;
  /** The names of those parameters of the page's query that are sent along, divided by spaces. */
  declare parameters: string;

  readonly #own = this.constructor as typeof CampaignElement;
  protected override readonly language = new LanguageController<Messages>(
    this,
    this.#own.english,
    this.#own.languages,
  );

  protected override readonly form: CampaignForm = new FormController<
    CampaignMessages,
    LaterCampaignMessages,
    typeof CampaignEngine
  >(this, {
    type: this.#own.type,
    language: this.language,
    consents: (texts) => this.#consents(texts),
    importEngine: async () => {
      // Until then nobody knows where it is sent, nor what it asks.
      await this.#found.settled;
      return (await import('./campaign-engine.ts')).engine;
    },
  });

  readonly #found = new CampaignController(this, this.#own.type);
  readonly #signed = new SignedController(this, this.#own.type, () => this.#goOn());
  /** The campaign that the element was set to last, and where its file says to send. */
  #read: Campaign | undefined;
  #target: FormTarget | undefined;
  #age: AgeQuestion | undefined;
  #yearIsWrong = false;
  #settings: CampaignSettings | undefined;
  #isToldReady = false;
  #isTicked = false;
  #nextStep: Element | undefined;

  constructor() {
    super();
    this.src = this.parameters = '';
    this.definition = null;
    this.test = false;
  }

  /** The campaign in the visitor's language; undefined where there is no file. */
  get shown(): ShownCampaign | undefined {
    return this.#found.in(this.language.language);
  }

  /** What a visitor meets now: the form, or what stands in its place. */
  get phase(): Phase {
    const { campaign, engine } = this.#found;
    if (!campaign) return 'form';
    return engine!.phaseOf(campaign, this.#age, this.#signed.hasSigned, Date.now());
  }

  /** Whether somebody is to be counted who is too young to say who they are. */
  get isAnonymous(): boolean {
    return this.#age?.answer === 'younger';
  }

  /** As the file says, unless the page has an endpoint of its own. */
  override get target(): FormTarget {
    return (!this.endpoint && this.#found.campaign && this.#target) || super.target;
  }

  /** Checks the form and sends it, as its button does; nothing where it cannot be signed now. */
  override async submit(): Promise<void> {
    const { phase } = this;
    const isThere = this.#found.status === 'found' || this.#found.status === 'none';
    const canSend = phase === 'form' || (phase === 'younger' && this.#mayCountYounger);
    if (!isThere || this.form.state.status === 'done') return;
    if (canSend) return super.submit();
    // It may have closed while it was filled in: that is shown, and the focus is led to it.
    this.requestUpdate();
    await this.#focusSign();
  }

  override reset(): void {
    this.#signed.hasSigned = false;
    this.#nextStep = undefined;
    this.#askAge();
    super.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { campaign } = this.#found;
    if (campaign && campaign !== this.#read) {
      this.#set(campaign);
      // Nobody has switched it, so nothing is to be announced.
      changed.delete('kind');
    }
    super.willUpdate(changed);
  }

  protected override updated(): void {
    const { campaign, engine } = this.#found;
    const reached = this.#isReached ? 'reached' : '';
    showState(this.internals, STATES, this.phase, reached);
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (root) engine?.applyTheme(root, campaign?.theme);
    if (this.form.state.status === 'done') this.#bring('share');
    this.#tickFromAddress();
    if (this.#isToldReady || !this.renderRoot.querySelector('.campaign')) return;
    this.#isToldReady = true;
    this.dispatchEvent(new ReadyEvent());
    if (campaign?.endpoint?.counts) this.#bring('progress');
  }

  protected override render() {
    const { status } = this.#found;
    const isHeldBack = status === 'searching' || (status === 'bad' && hasFallback(this));
    if (!this.language.ready || isHeldBack) return html`<slot></slot>`;
    if (status !== 'bad') return super.render();
    const { language, messages } = this.language;
    return html`<div class="root" lang=${language} part="card">
      <p>${messages.unavailable}</p>
    </div>`;
  }

  protected override content(): TemplateResult {
    const { state, engine } = this.form;
    const isDone = state.status === 'done';
    const view = this.#view();
    return html`<div
      class="campaign"
      data-phase=${isDone ? 'done' : this.phase}
      @pro-kid-ready=${this.#onReadyInside}
    >
      <div class="about" part="about" ?hidden=${isDone}>${this.#about(view)}</div>
      <div class="count" part="count">${this.#progress()}</div>
      <div class="sign" part="sign" tabindex="-1">
        ${this.test ? html`<p class="mark" part="test">${this.form.texts.test}</p>` : nothing}
        ${
          isDone
            ? engine!.thanks(this.form, state.outcome, {
                shown: this.shown,
                heading: (text) => this.heading(text),
                join: this.#mayOfferJoin && !this.#nextStep ? this.#onJoin : undefined,
              })
            : this.#sign(view)
        }
        ${this.#nextStep ?? nothing}
      </div>
    </div>`;
  }

  #about(view: CampaignView | undefined) {
    return view
      ? this.#found.engine!.about(view)
      : html`<slot name="heading"></slot><slot name="intro"></slot>`;
  }

  /** The form, or what stands in its place. */
  #sign(view: CampaignView | undefined) {
    const { form, phase } = this;
    const { engine } = this.#found;
    if (view && phase !== 'form') return engine!.stage(view, phase);
    return html`${view ? engine!.lastDay(view) : nothing}
    ${this.formAround(
      html`${form.errors.length > 0 ? form.engine!.errorSummary(form) : nothing}
      ${view ? engine!.commitments(view) : nothing}
      ${this.offeredKinds.length > 1 ? kindChoice(form) : nothing} ${memberFields(form)}
      ${view ? engine!.questions(view) : consents(form)} ${this.behalf()}
      ${sending(form, form.texts.submit)}`,
    )}`;
  }

  #view(): CampaignView | undefined {
    const { campaign, engine } = this.#found;
    if (!campaign || !engine) return undefined;
    return {
      form: this.form,
      campaign,
      shown: this.shown!,
      texts: { ...engine.english, ...this.language.messages },
      locale: this.language.locale,
      isReached: this.#isReached,
      yearIsWrong: this.#yearIsWrong,
      mayCountYounger: this.#mayCountYounger,
      heading: (text) => this.heading(text),
      formAround: (parts) => this.formAround(parts),
      takeBirthYear: (typed) => this.#takeBirthYear(typed),
      signAgain: () => this.#signAgain(),
    };
  }

  #progress() {
    const { endpoint, goal = {} } = this.#found.campaign ?? {};
    if (!endpoint?.counts) return nothing;
    return html`<pro-kid-progress
      .source=${endpoint.counts}
      .goal=${goal}
      campaign=${this.campaign}
    ></pro-kid-progress>`;
  }

  /** Takes over what a campaign's file says of the form. */
  #set(campaign: Campaign): void {
    const isAnother = this.#read && this.#read.id !== campaign.id;
    if (isAnother) this.reset();
    this.#read = campaign;
    const engine = this.#found.engine!;
    this.#settings ??= new engine.CampaignSettings(this);
    this.#settings.take(campaign);
    this.#target = campaign.endpoint && engine.campaignTarget(campaign.endpoint);
    this.#askAge();
  }

  /** Asks of whoever signs next. */
  #askAge(): void {
    const { id, privacy } = this.#read ?? {};
    const { minimumAge } = privacy ?? {};
    this.#age = minimumAge ? new this.#found.engine!.AgeQuestion(id!, minimumAge) : undefined;
  }

  /** Ticks the commitments that a link to this page names, once they are there to be ticked. */
  #tickFromAddress(): void {
    const { engine } = this.#found;
    if (this.#isTicked || !engine || !this.form.inputs.areThere) return;
    this.#isTicked = true;
    engine.tickFromAddress(this.form.inputs, this.shown?.commitments ?? []);
  }

  /** Without it, the campaign is shown and signed all the same. */
  #bring(companion: 'progress' | 'share'): void {
    this.#own.companions?.[companion]().catch(() => undefined);
  }

  #consents(texts: CampaignMessages): ShownConsent[] {
    if (this.isAnonymous) return [];
    return this.shown?.consents ?? [{ id: 'updates', text: texts.updates }];
  }

  /** Whether the last of the campaign's goals is reached, as far as is known. */
  get #isReached(): boolean {
    const progress = this.renderRoot.querySelector<Element & { isReached?: boolean }>(
      'pro-kid-progress',
    );
    return progress?.isReached === true;
  }

  /** Whether the campaign counts those who are too young, without their name. */
  get #mayCountYounger(): boolean {
    return this.#found.campaign?.privacy?.countYounger === true && this.#takesOurJson;
  }

  /** Whether a signer may go on and join: at the page's own form, or where our own JSON is taken. */
  get #mayOfferJoin(): boolean {
    const { form, test } = this;
    const isNamed = form.submission && form.submission.member.kind !== 'anonymous';
    // A join form cannot be told of headers.
    const canJoin = this.deliver || (this.#takesOurJson && !this.target.more?.headers);
    return !test && !!isNamed && !!(canJoin || joinOf(this));
  }

  get #takesOurJson(): boolean {
    const { format, fields } = this.target;
    const isOurs = /^json(?:-simple)?$/.test(format) && Object.keys(fields ?? {}).length === 0;
    return this.deliver !== undefined || isOurs;
  }

  /** Goes on from the question of age. */
  #takeBirthYear(typed: string): void {
    this.#yearIsWrong = !this.#age!.take(typed, new Date().getFullYear());
    this.requestUpdate();
    if (this.#yearIsWrong) void this.form.focus('birth-year');
    else void this.#focusSign();
  }

  /** Shows the form again, for somebody else at the same screen. */
  #signAgain(): void {
    this.#signed.hasSigned = false;
    this.#askAge();
    this.requestUpdate();
    void this.#focusSign();
  }

  /** Moves the focus to what stands in place of what the visitor just used. */
  async #focusSign(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.sign')?.focus();
  }

  #goOn(): void {
    const { state, engine } = this.form;
    const { redirect } = this.#found.campaign?.thanks ?? {};
    if (state.status === 'done') engine!.goOn(state.outcome, redirect);
  }

  /** The elements inside are ready by themselves; what the page hears is that this one is. */
  readonly #onReadyInside = (event: Event): void => {
    event.stopPropagation();
    this.requestUpdate();
  };

  /** Offers the join form, with what the signer typed already in it. */
  readonly #onJoin = (): void => {
    const { member } = this.form.submission!;
    const show = (join: Element) => {
      this.#nextStep = join;
      this.requestUpdate();
      return this.updateComplete;
    };
    this.form.engine!.offerJoin(this, member, this.#own.companions, show).catch(reportError);
  };
}
