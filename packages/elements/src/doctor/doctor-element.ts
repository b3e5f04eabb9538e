import { adoptStyles } from 'lit';
import { ReadyEvent } from '../ready/ready.event.ts';
import { copy } from '../sharing/copy.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import { tellConsole } from './console-line.ts';
import { DoctorView } from './doctor-view.ts';
import { doctorStyles } from './doctor.styles.ts';
import { runTest, testOf, type EndpointTest } from './endpoint-test.ts';
import { checkPolicy } from './check-policy.ts';
import { examine, type Examination } from './examination.ts';
import type { Finding } from './finding.ts';
import { JumpWatch } from './jump-watch.ts';
import { PolicyWatch } from './policy-watch.ts';
import { reportOf, summaryOf } from './report.ts';
import { findWidgets } from './widgets.ts';

/** A server that renders pages has no elements; there, the class is only imported. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * Says to the webmaster what is wrong with the widgets of a page, and what to do. It looks; it sends
 * nothing but what a widget's own files are asked for with, unless somebody presses its button.
 *
 * It is no Lit element: it must speak where a page's policy lets no template be written.
 *
 * @fires {ReadyEvent} pro-kid-ready - once, when it has looked for the first time
 */
export class DoctorElement extends Base {
  static readonly version = version;
  /** How long it waits for the code of a widget before it says that it is missing, in milliseconds. */
  static patience = 4_000;

  readonly #policies = new PolicyWatch(() => this.#onRefusal());
  readonly #jumps = new JumpWatch(this);
  #view: DoctorView | undefined;
  #search = new AbortController();
  #seen: Examination | undefined;
  #tested: Finding[] = [];
  #tests: readonly EndpointTest[] = [];
  #sent: string[] = [];
  #isReady = false;

  /** All that it has found, worst first; none before it has looked. */
  get findings(): readonly Finding[] {
    const rank = ['problem', 'advice', 'fine'];
    if (!this.#seen) return [];
    const { findings, ours } = this.#seen;
    const refused = checkPolicy(this.#policies.violations, ours);
    return [...this.#tested, ...findings, ...refused].sort(
      (one, other) => rank.indexOf(one.level) - rank.indexOf(other.level),
    );
  }

  /** The findings as Markdown, without personal data. */
  get report(): string {
    return reportOf(this.findings, this.#sent);
  }

  connectedCallback(): void {
    this.#policies.start();
    this.#jumps.start();
    this.#render();
    this.#search = new AbortController();
    const { signal } = this.#search;
    // What has only now arrived is looked at again.
    document.addEventListener('pro-kid-ready', (event) => this.#onReady(event), { signal });
    void this.#arrive(signal);
  }

  disconnectedCallback(): void {
    this.#search.abort();
    this.#policies.stop();
    this.#jumps.stop();
  }

  /** Looks at the page again. */
  async examine(): Promise<void> {
    const { signal } = this.#search;
    const seen = await examine(this.#jumps, signal);
    if (signal.aborted) return;
    this.#seen = seen;
    this.#tests = seen.testable.map(testOf);
    this.#show();
  }

  /** Sends what the page says that it would send to the endpoints, and shows what came of it. */
  async test(): Promise<void> {
    this.#view?.say('Testing…');
    const tests = this.#tests;
    this.#sent = tests.filter(({ kind }) => kind !== 'none').map(({ sends }) => sends);
    this.#tested = await Promise.all(tests.map(runTest));
    this.#show();
    this.#view?.say(`Tested. ${this.#sentWords()}`);
  }

  async #arrive(signal: AbortSignal): Promise<void> {
    this.#view!.say('Looking at the page…');
    await pageHasLoaded();
    await this.#widgetsArrive();
    await nextFrame();
    if (signal.aborted) return;
    await this.examine();
    if (signal.aborted) return;
    this.#view!.say('For whoever looks after the page. Visitors should not see this.');
    if (this.#isReady) return;
    this.#isReady = true;
    tellConsole(summaryOf(this.findings));
    this.dispatchEvent(new ReadyEvent());
  }

  async #widgetsArrive(): Promise<void> {
    const { patience } = this.constructor as typeof DoctorElement;
    const arrivals = findWidgets().widgets.map(({ element, window }) =>
      window.customElements.whenDefined(element.localName),
    );
    const tired = new Promise((resolve) => setTimeout(resolve, patience));
    await Promise.race([Promise.all(arrivals), tired]);
  }

  #render(): void {
    if (this.#view) return;
    this.#view = new DoctorView({
      test: () => void this.test(),
      again: () => void this.#again(),
      copy: () => void this.#copy(),
      close: this.hasAttribute('floating') ? () => this.remove() : undefined,
    });
    const root = this.attachShadow({ mode: 'open' });
    adoptStyles(root, [themeStyles, doctorStyles]);
    root.append(this.#view.root);
  }

  #show(): void {
    this.#view!.show(this.findings, this.#tests);
  }

  #sentWords(): string {
    return this.#sent.length > 0 ? `Sent: ${this.#sent.join('; ')}.` : 'Nothing was sent.';
  }

  async #again(): Promise<void> {
    this.#tested = [];
    this.#sent = [];
    await this.examine();
    this.#view!.say(`Looked again: ${summaryOf(this.findings)}.`);
  }

  async #copy(): Promise<void> {
    const { report } = this;
    if (await copy(report)) return this.#view!.say('Copied.');
    this.#view!.showReport(report);
    this.#view!.say('Your browser does not let us copy. Copy the text below.');
  }

  #onRefusal(): void {
    if (this.#isReady) this.#show();
  }

  #onReady({ target }: Event): void {
    if (target !== this && this.#isReady) void this.examine();
  }
}

async function pageHasLoaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

/** Until then, layout is not measured; a page in the background draws no frame, and is not waited for. */
const nextFrame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  });
