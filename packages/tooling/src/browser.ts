import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch, type Browser, type LaunchOptions } from 'puppeteer-core';
import { bundledChromium } from './bundled-chromium.ts';

/** Value of CHROME_PATH that asks for the Chromium from npm although another one is installed. */
const BUNDLED = 'bundled';

/** Flags that let a Chromium start as root, on a machine without a graphics card, and talk to nobody. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium or Chrome to test with: CHROME_PATH, else the system's, else the one from npm, which
 * is unpacked on first use.
 */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen && chosen !== BUNDLED) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, but there is no such file.`);
  }
  const installed = chosen === BUNDLED ? undefined : installedBrowsers().find(existsSync);
  return installed ?? (await bundledChromium());
}

/** Starts the browser to test with; what `options` says comes before the usual settings. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return launch({
    executablePath: await chromiumPath(),
    ...options,
    args: [...chromiumArguments, ...(options.args ?? [])],
  });
}

function installedBrowsers(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].flatMap((file) => folders.flatMap((folder) => (folder ? [join(folder, file)] : [])));
  }
  // Chrome first: where both exist, Chromium is often a sandboxed snap that cannot reach our files.
  return [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ];
}
