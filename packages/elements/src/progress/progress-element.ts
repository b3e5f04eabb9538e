import { html } from 'lit';
import type { CountsSource } from '@pro-kid/client';
import type { CountsFormatName } from '@pro-kid/contract';
import { hasFallback } from '../fallback/has-fallback.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { ReadyEvent } from '../ready/ready.event.ts';
import { showState } from '../theme/custom-state.ts';
import { StyledElement } from '../theme/styled-element.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import { CountUp } from './count-up.ts';
import { CountingController, type Counted } from './counting-controller.ts';
import type { Pace } from './counting.ts';
import { english, type ProgressMessages } from './messages/en.ts';
import { nextGoal, statedGoals, type Goal } from './next-goal.ts';
import { progressStyles } from './progress.styles.ts';
import { room, shown } from './progress-templates.ts';
import { countWords, type Progress } from './progress-words.ts';

/** From when on figures are told with their time, in milliseconds. */
const OLD = 60 * 60_000;

/**
 * How many people and organizations have signed or joined, towards a goal that goes on when it is
 * reached. It shows no figure that it does not know.
 *
 * @fires {ReadyEvent} pro-kid-ready - once, when the element shows figures
 * @slot - what stands there until there are figures, and where there are none
 */
export class ProgressElement extends StyledElement {
  static readonly version = version;
  static override styles = [themeStyles, progressStyles];
  /** How often figures are read, in milliseconds; after failures less often, down to `longest`. */
  static pace: Pace = { readEvery: 65_000, longest: 15 * 60_000 };

  static override properties = {
    counts: {},
    format: {},
    campaign: {},
    src: {},
    goal: { type: Number },
    value: { type: Number },
    offline: { type: Number },
    source: { attribute: false },
  };

  /** The address of public counts. */
  declare counts: string;
  /** Whose JSON they are: `counts` (default), `action-network` or `proca`. */
  declare format: string;
  /** The campaign's id: its signatures on this page are counted in. Without it, those who join are. */
  declare campaign: string;
  /** The address of a campaign's file, for what is not set here. */
  declare src: string;
  /** The first goal; as a property also `{ start, steps, offline }`. */
  declare goal: number | Goal | null;
  /** A count of all so far, where there is no address of one. */
  declare value: number | null;
  /** How many of them signed on paper. */
  declare offline: number | null;
  /** Where counts are read from, with a format or a map for any JSON; in place of `counts`. */
  declare source: CountsSource | null;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController<ProgressMessages>(this, english, {
    es: async () => (await import('./messages/es.ts')).messages,
  });
  readonly #counting = new CountingController(
    this,
    () => this.#counted(),
    () => (this.constructor as typeof ProgressElement).pace,
  );
  readonly #countUp = new CountUp(this);
  #progress: Progress | undefined;
  /** The highest goal that was shown, of those that were set. */
  #highest = { of: '', goal: 0 };
  /** What was said of the visitor's own acts, and of how many. */
  #said = { acts: 0, text: '' };
  #isReady = false;

  constructor() {
    super();
    this.counts = this.format = this.campaign = this.src = '';
    this.goal = this.value = this.offline = this.source = null;
  }

  /** Whether the last of the goals that were set is reached. */
  get isReached(): boolean {
    return Boolean(this.#progress?.reached);
  }

  protected override updated(): void {
    this.#showState();
    this.#warnOfFaults();
    if (!this.#progress) return;
    this.#countUp.see(this.#counting.isInView);
    if (this.#isReady || !this.isConnected) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  protected override render() {
    const { language, direction } = this.#language;
    const progress = this.#find();
    return html`${
        progress
          ? shown(progress, { ...this.#writing, language, direction, countUp: this.#countUp })
          : this.#withoutFigures()
      }
      <div class="visually-hidden" role="status" lang=${language}>${this.#said.text}</div>`;
  }

  #find(): Progress | undefined {
    this.#progress = this.#language.ready ? this.#reckon() : undefined;
    if (this.#progress) this.#say(this.#progress);
    return this.#progress;
  }

  #withoutFigures() {
    const { language, direction, messages, ready } = this.#language;
    if (hasFallback(this) || !this.#isExpected) return html`<slot></slot>`;
    return this.#counting.isMissing && ready
      ? html`<div class="root" part="card" lang=${language} dir=${direction}>
          <p part="unavailable">${messages.unavailable}</p>
        </div>`
      : room(statedGoals(this.#goal).length > 0);
  }

  get #writing() {
    const { messages: texts, locale } = this.#language;
    return { texts, locale };
  }

  get #goal(): Goal {
    const { goal } = this;
    const written = this.#counting.campaign?.goal ?? {};
    return typeof goal === 'number' ? { start: goal, offline: written.offline } : (goal ?? written);
  }

  get #campaignId(): string {
    return this.campaign || this.#counting.campaign?.id || '';
  }

  get #source(): CountsSource | undefined {
    const { source, counts, format } = this;
    if (source) return source;
    // Whatever the attribute says is checked before it is used.
    if (counts) return { url: counts, ...(format && { format: format as CountsFormatName }) };
    return this.value === null ? this.#counting.campaign?.counts : undefined;
  }

  /** Whether there are figures somewhere. */
  get #isExpected(): boolean {
    return this.src !== '' || this.counts !== '' || this.source !== null;
  }

  #counted(): Counted {
    const source = this.#source;
    const id = this.#campaignId;
    const value = source ? undefined : countOf(this.value);
    const includes: Counted['includes'] = ({ submissionType, campaign }) => {
      if (id) return submissionType !== 'join' && campaign === id;
      return !source || submissionType === 'join';
    };
    return { source, value, includes };
  }

  #reckon(): Progress | undefined {
    const { figures } = this.#counting;
    if (!figures) return undefined;
    const asOf = figures.asOf === undefined ? undefined : Date.parse(figures.asOf);
    const offline = countOf(this.offline) ?? countOf(this.#goal.offline) ?? 0;
    // What the page wrote as the count of all has those on paper in it.
    const individuals = figures.individuals + (asOf === undefined ? 0 : offline);
    const total = individuals + figures.organizations;
    const last = statedGoals(this.#goal).at(-1) ?? Infinity;
    return {
      total,
      individuals,
      organizations: figures.organizations,
      offline,
      goal: this.#goalFor(total),
      reached: total >= last ? last : 0,
      asOf: figures.isStale || Date.now() - asOf! > OLD ? asOf : undefined,
      isLate: this.#source !== undefined,
      isOfMembers: !this.#campaignId && this.#source !== undefined,
    };
  }

  /** It never falls back, as long as the same is counted. */
  #goalFor(total: number): number {
    const of = JSON.stringify([this.#goal, this.#source, this.#campaignId]);
    if (of !== this.#highest.of) this.#highest = { of, goal: 0 };
    return (this.#highest.goal = nextGoal(this.#goal, total, this.#highest.goal));
  }

  /** Only what the visitor did is told to those who do not see it; else it would interrupt them. */
  #say(progress: Progress): void {
    const { ownActs } = this.#counting;
    if (ownActs === this.#said.acts) return;
    this.#said = { acts: ownActs, text: countWords(progress, this.#writing).join('') };
  }

  #warnOfFaults(): void {
    const { goal, value, offline, campaign } = this;
    const wrong = Object.entries({ goal, value, offline }).flatMap(([name, number]) =>
      typeof number === 'number' && countOf(number) === undefined ? [name] : [],
    );
    const isEmpty = !this.#isExpected && !campaign && value === null;
    if (wrong.length === 0 && !isEmpty) return;
    void this.#counting.load().then((counting) => counting?.warnOfFaults(this, wrong));
  }

  #showState(): void {
    const isMissing = this.#isExpected && this.#counting.isMissing;
    const progress = this.#progress;
    const states = {
      loading: !progress && this.#isExpected && !isMissing,
      known: progress !== undefined,
      stale: progress?.asOf !== undefined,
      reached: this.isReached,
      unavailable: !progress && isMissing,
    };
    const current = Object.entries(states).flatMap(([state, isOn]) => (isOn ? [state] : []));
    showState(this.#internals, Object.keys(states), ...current);
  }
}

/** A number of people; undefined for anything else. */
const countOf = (number: unknown): number | undefined =>
  Number.isSafeInteger(number) && Number(number) >= 0 ? Number(number) : undefined;
