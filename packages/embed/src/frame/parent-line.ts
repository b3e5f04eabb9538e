import { warn } from './warn.ts';
import { followFocus } from './focus.ts';
import { FollowedHeight } from './followed-height.ts';
import { eventFacts, isOurs, type FrameEvent, type FrameMessage } from './message.ts';
import { isListed } from './parents.ts';

/** What the line is told of the frame's page. */
export interface FramePage {
  /** The frame is to be as high as this is. */
  content: Element;
  /** The origins that may have us in a frame. */
  list: string;
  /** What the frame shows, in its visitor's language. */
  title(): string;
}

/**
 * What the frame tells the page around it: nothing, until that page has said a word and is one of those
 * that may have us; then how high the frame must be, what it shows, where the visitor is led, and that
 * somebody signed up.
 */
export class ParentLine {
  readonly #page: FramePage;
  readonly #height: FollowedHeight;
  /** The origin of the page around us; empty until it has said a word. */
  #origin = '';
  #isReady = false;
  #hasActed = false;
  #told = '';

  constructor(page: FramePage) {
    this.#page = page;
    this.#height = new FollowedHeight(page.content, () =>
      warn(
        'frame-height',
        'a style sheet ties the height of what is in the frame to the height of the frame, so the ' +
          'frame keeps the one it has. Take heights in vh or % out of it.',
      ),
    );
  }

  open(): void {
    addEventListener('message', this.#onMessage);
    addEventListener('resize', () => this.#tell());
    for (const type of ['pointerdown', 'keydown']) {
      addEventListener(type, () => (this.#hasActed = true), { capture: true, once: true });
    }
    followFocus((element) => this.#lead(element));
    addEventListener('pro-kid-ready', () => this.#onReady());
    addEventListener('pro-kid-delivered', (event) => this.#onOutcome(event));
    addEventListener('pro-kid-failed', (event) => this.#onFailed(event));
    new ResizeObserver(() => this.#tell()).observe(this.#page.content);
  }

  readonly #onMessage = ({ source, origin, data }: MessageEvent): void => {
    if (source !== parent || parent === window || !isOurs(data)) return;
    if (!isListed(origin, this.#page.list)) return;
    this.#origin = origin;
    this.#told = '';
    this.#tell(this.#isReady ? { event: READY } : {});
  };

  #onReady(): void {
    document.title = this.#page.title() || document.title;
    if (this.#isReady) return;
    this.#isReady = true;
    this.#tell({ event: READY });
  }

  #onOutcome(event: Event): void {
    const facts: FrameEvent['facts'] = {};
    for (const name of eventFacts) {
      const value: unknown = event[name as keyof Event];
      if (typeof value === 'string') facts[name] = value;
    }
    // That somebody is too young to give their name is not for the page around us to know.
    if (facts.kind === 'anonymous') return;
    this.#tell({ event: { type: event.type as FrameEvent['type'], facts } });
  }

  #onFailed(event: Event): void {
    this.#onOutcome(event);
    const [widget] = event.composedPath() as Element[];
    setTimeout(() => {
      // It has no focus: a screen reader is told of it, and the button that tries again stands below.
      const failure = widget?.shadowRoot?.querySelector('[part=failure]');
      if (failure) this.#lead(failure);
    });
  }

  /** Asks the page to bring a place into view. */
  #lead(element: Element): void {
    if (!this.#hasActed) return;
    const { top, bottom } = element.getBoundingClientRect();
    this.#tell({ place: { top: top + scrollY, bottom: bottom + scrollY } });
  }

  #tell(more: Partial<FrameMessage> = {}): void {
    const title = this.#page.title();
    if (title) document.title = title;
    if (!this.#origin) return;
    const state: FrameMessage = { proKid: 1, height: this.#height.read(), title };
    const written = JSON.stringify(state);
    if (written === this.#told && Object.keys(more).length === 0) return;
    this.#told = written;
    parent.postMessage({ ...state, ...more }, this.#origin);
  }
}

const READY: FrameEvent = { type: 'pro-kid-ready', facts: {} };
