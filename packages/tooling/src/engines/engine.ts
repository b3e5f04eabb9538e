import { firefoxPath } from './firefox.ts';
import { webkitPrograms } from './webkit.ts';

/** The engines of the browsers that people use; each browser is one of them with a name on it. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

export type Engine = (typeof ENGINES)[number];

export const engineNames: Readonly<Record<Engine, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKitGTK',
};

/** Why an engine cannot be tested with on this machine, in a sentence; undefined where it can. */
export function whyNot(engine: Engine): string | undefined {
  const leftOut = process.env['SKIP_ENGINES']?.split(',') ?? [];
  if (leftOut.includes(engine)) return 'SKIP_ENGINES leaves it out.';
  if (engine === 'firefox' && !firefoxPath()) {
    return 'Firefox is not installed (Debian package firefox-esr; or set FIREFOX_PATH).';
  }
  if (engine === 'webkit') {
    const { missing } = webkitPrograms();
    if (missing.length > 0) {
      return `WebKitGTK is not installed (Debian packages ${missing.join(', ')}).`;
    }
  }
  return undefined;
}
