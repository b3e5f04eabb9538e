/** How long the steps of one go may take, in milliseconds; what comes of them is drawn in the next frame. */
const BUDGET = 2;

/** Safari has no such callback; a pause in its place leaves the page its time as well. */
export function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: 200 });
  else setTimeout(callback, 30);
}

/**
 * Does a long piece of work in small goes, and only when the page has nothing better to do.
 *
 * @param step does a little, and says if there is more to do: at once, or after what it did was drawn.
 */
export function atEase(step: () => Step): void {
  inNextFrame(() => {
    const end = performance.now() + BUDGET;
    let then: Step = 'more';
    while (then === 'more' && performance.now() < end) then = step();
    if (then !== 'done') atEase(step);
  });
}

export type Step = 'more' | 'pause' | 'done';

/** Pages that nobody looks at draw no frames, but their cards come all the same. */
function inNextFrame(callback: () => void): void {
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(() => whenIdle(callback));
}
