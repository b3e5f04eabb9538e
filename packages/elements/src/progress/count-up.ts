import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. */
const DURATION = 1100;

/**
 * Counts a number up once, when it is first seen. Until then it is `waiting`; once it is `over`, the
 * number is simply there.
 */
export class CountUp implements ReactiveController {
  state: 'waiting' | 'running' | 'over' = 'waiting';
  readonly #host: ReactiveControllerHost;
  #startedAt = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** To be called with whether the number is in view now. */
  see(isInView: boolean): void {
    if (this.state !== 'waiting' || !isInView) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#startedAt = isCalm ? -Infinity : performance.now();
    this.state = 'running';
    this.#step();
  }

  hostDisconnected(): void {
    if (this.state === 'running') this.state = 'over';
  }

  /** How much of a number is shown by now. */
  of(number: number): number {
    const rest = Math.max(0, 1 - (performance.now() - this.#startedAt) / DURATION);
    return Math.round(number * (1 - rest ** 3));
  }

  readonly #step = (): void => {
    if (performance.now() - this.#startedAt >= DURATION) this.state = 'over';
    if (this.state === 'running') requestAnimationFrame(this.#step);
    this.#host.requestUpdate();
  };
}
