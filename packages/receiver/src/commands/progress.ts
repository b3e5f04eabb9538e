/** Often enough to look alive, and no burden for a slow line. */
const EVERY_MS = 100;
/** Back to the start of the line, and everything on it away. */
const CLEAR_LINE = '\r\u001b[K';

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** A line that says how far long work is. On a terminal only: in a log it would be noise. */
export class Progress {
  readonly #words: string;
  readonly #terminal: Terminal;
  #shownAt = -Infinity;
  #isShown = false;

  /** @param words what is counted, such as `erased`. */
  constructor(words: string, terminal: Terminal = process.stderr) {
    this.#words = words;
    this.#terminal = terminal;
  }

  /** @param total undefined where it is not known. */
  show(done: number, total?: number): void {
    const now = performance.now();
    if (!this.#terminal.isTTY || now - this.#shownAt < EVERY_MS) return;
    this.#shownAt = now;
    this.#isShown = true;
    const of = total === undefined ? '' : ` of ${figure(total)}`;
    this.#terminal.write(`${CLEAR_LINE}${figure(done)}${of} ${this.#words}`);
  }

  /** Makes room for what is said next. */
  end(): void {
    if (this.#isShown) this.#terminal.write(CLEAR_LINE);
    this.#isShown = false;
  }
}

export const figure = (count: number): string => count.toLocaleString('en-US');

export const submissionCount = (count: number): string =>
  `${figure(count)} ${count === 1 ? 'submission' : 'submissions'}`;
