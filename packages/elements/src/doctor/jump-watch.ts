/** One move of things on the page that no visitor caused. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources?: { node: Node | null }[];
}

/** Measures how the page jumps, from its load on, where the browser measures it (Chromium). */
export class JumpWatch {
  readonly #shifts: LayoutShift[] = [];
  readonly #watcher: HTMLElement;
  #end = Infinity;
  #observer: PerformanceObserver | undefined;

  /** The watcher is what shows the result, whose own moves do not count. */
  constructor(watcher: HTMLElement) {
    this.#watcher = watcher;
  }

  /** From then on, it moves what follows it, unless it has a corner of its own. */
  start(): void {
    const isInCorner = this.#watcher.hasAttribute('floating');
    this.#end = isInCorner ? Infinity : performance.now();
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('layout-shift')) return;
    this.#observer = new PerformanceObserver((list) => this.#keep(list.getEntries()));
    this.#observer.observe({ type: 'layout-shift', buffered: true });
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  /** How far an element, or what follows it, has been moved in all: the sum of layout shifts. */
  around(element: Element): number {
    this.#keep(this.#observer?.takeRecords() ?? []);
    const isMoved = ({ sources = [] }: LayoutShift) =>
      sources.some(
        ({ node }) =>
          node &&
          !this.#watcher.contains(node) &&
          !this.#watcher.shadowRoot?.contains(node) &&
          followsOrIsIn(node, element),
      );
    return this.#shifts.filter(isMoved).reduce((sum, { value }) => sum + value, 0);
  }

  #keep(entries: readonly PerformanceEntry[]): void {
    for (const entry of entries as LayoutShift[])
      if (!entry.hadRecentInput && entry.startTime < this.#end) this.#shifts.push(entry);
  }
}

const followsOrIsIn = (node: Node, element: Element) =>
  Boolean(
    element.compareDocumentPosition(node) &
    (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY),
  ) || node === element;
