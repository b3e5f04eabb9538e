import { launch } from 'puppeteer-core';
import { launchBrowser } from '../browser.ts';
import type { Engine } from './engine.ts';
import { firefoxOptions } from './firefox.ts';
import { WebDriverPage } from './web-driver-page.ts';
import { startWebKit } from './webkit.ts';

/** The little that tests ask of a page in whatever engine; all its drivers give it. */
export interface EnginePage {
  goto(url: string): Promise<unknown>;
  evaluate<Arguments extends unknown[], Result>(
    task: string | ((...given: Arguments) => Result),
    ...given: Arguments
  ): Promise<Awaited<Result>>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  keyboard: Pick<WebDriverPage['keyboard'], 'type'> & {
    press(key: string): Promise<void>;
  };
  mouse: { click(x: number, y: number, options?: { count?: number }): Promise<void> };
}

export interface OpenEngine {
  page: EnginePage;
  /** What the console said, where the driver tells it: WebKit's does not. */
  console: readonly string[];
  close(): Promise<void>;
}

/** Starts an engine, with one page in it. */
export async function openEngine(engine: Engine): Promise<OpenEngine> {
  if (engine === 'webkit') {
    const { session, stop } = await startWebKit();
    return { page: new WebDriverPage(session), console: [], close: stop };
  }
  const browser = await (engine === 'firefox' ? launch(firefoxOptions()) : launchBrowser());
  const page = await browser.newPage();
  const console: string[] = [];
  page.on('console', (message) => console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.push(`uncaught: ${String(error)}`));
  return { page: page as unknown as EnginePage, console, close: () => browser.close() };
}
