import { after } from 'node:test';
import { launchBrowser } from '@pro-kid/tooling/browser';
import type { Browser } from 'puppeteer-core';

let launched: Promise<Browser> | undefined;

/** The one browser of a test file; it is closed after the file's last test. */
export function theBrowser(): Promise<Browser> {
  return (launched ??= launchBrowser());
}

after(async () => (await launched)?.close());
