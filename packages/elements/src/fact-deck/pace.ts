/** How long the steps of one go may take, in milliseconds; what comes of them is drawn in the next frame. */
const BUDGET = 5;

/** Safari has no such callback; a pause in its place leaves the page its time as well. */
export function whenIdle(callback: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: 200 });
  else setTimeout(callback, 30);
}

/**
 * Does a long piece of work in small goes, and only when the page has nothing better to do.
 *
 * @param step does a little; false when there is nothing left.
 * @param afterGo is called after some steps, in a frame of its own.
 */
export function atEase(step: () => boolean, afterGo: () => void): void {
  inNextFrame(() => {
    const end = performance.now() + BUDGET;
    let isMore = true;
    while (isMore && performance.now() < end) isMore = step();
    inNextFrame(() => {
      afterGo();
      if (isMore) atEase(step, afterGo);
    });
  });
}

/** Pages that nobody looks at draw no frames, but their cards come all the same. */
function inNextFrame(callback: () => void): void {
  if (document.hidden) setTimeout(callback);
  else requestAnimationFrame(() => whenIdle(callback));
}
