import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'puppeteer-core';

/** The Firefox to test with: FIREFOX_PATH, else the system's; undefined where there is none. */
export function firefoxPath(): string | undefined {
  const chosen = process.env['FIREFOX_PATH'];
  if (!chosen) return installed().find(existsSync);
  if (existsSync(chosen)) return chosen;
  throw new Error(`FIREFOX_PATH is ${chosen}, but there is no such file.`);
}

/**
 * How Puppeteer starts Firefox. Nothing moves in it: the preference for reduced motion cannot be
 * changed while it runs, and tests of what stands still are many more than those of what moves.
 */
export function firefoxOptions() {
  const executablePath = firefoxPath();
  if (!executablePath) throw new Error('There is no Firefox.');
  return {
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  } satisfies LaunchOptions;
}

// No snap: it cannot reach the profile that Puppeteer makes for it.
function installed(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (platform === 'win32') return [`${env['PROGRAMFILES']}\\Mozilla Firefox\\firefox.exe`];
  return ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'];
}
