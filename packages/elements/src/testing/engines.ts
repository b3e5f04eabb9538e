import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';

const isChromium = navigator.userAgent.includes('Chrome/');

/** How long to wait for what takes a few frames, in milliseconds: WebKitGTK draws them without a graphics card. */
export const PATIENCE = isChromium ? 10_000 : 40_000;

/**
 * Skips a test of what only Chromium, or its driver, can do to a page or tell of it; its title then
 * says what is missing.
 */
export function needsChromium(test: Mocha.Context, what: string): void {
  if (isChromium) return;
  test.test!.title += ` (${what}: only tests in Chromium have it)`;
  test.skip();
}

/** Has nothing move on the page, until `resetMedia`. The other engines are started so. */
export async function stopMotion(): Promise<void> {
  if (isChromium) await emulateMedia({ reducedMotion: 'reduce' });
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) throw new Error('It moves.');
}

/** Shows the page on paper, until `resetMedia`. */
export async function onPaper(test: Mocha.Context): Promise<void> {
  needsChromium(test, 'paper');
  await emulateMedia({ media: 'print' });
}

/** Shows the page in forced colors, until `resetMedia`. */
export async function forceColors(test: Mocha.Context): Promise<void> {
  needsChromium(test, 'forced colors');
  await executeServerCommand('forced-colors', 'active');
  if (!matchMedia('(forced-colors: active)').matches) throw new Error('No color is forced.');
}

/** Undoes all of the above. */
export async function resetMedia(): Promise<void> {
  if (!isChromium) return;
  await executeServerCommand('forced-colors', 'none');
  await emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
}
