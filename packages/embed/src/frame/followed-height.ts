/** How often what is in the frame may grow because the frame did. */
const PATIENCE = 10;

/**
 * The height of what stands in the frame. Where a style sheet ties it to the frame's own height, the
 * two would chase each other for ever: then it stays as it is.
 */
export class FollowedHeight {
  readonly #content: Element;
  readonly #onChase: () => void;
  #told = 0;
  #chased = 0;

  constructor(content: Element, onChase: () => void) {
    this.#content = content;
    this.#onChase = onChase;
  }

  /** In whole pixels. */
  read(): number {
    if (this.#chased > PATIENCE) return this.#told;
    const height = Math.ceil(this.#content.getBoundingClientRect().height);
    // Is the frame as high as we said? If with it what is in it became higher, they may be chasing.
    if (innerHeight === this.#told) this.#chased = height > this.#told ? this.#chased + 1 : 0;
    if (this.#chased > PATIENCE) this.#onChase();
    return (this.#told = height);
  }
}
