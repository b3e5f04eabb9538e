import type { BrowserLauncher } from '@web/test-runner';
import { WebDriverPage } from './engines/web-driver-page.ts';
import { startWebKit, type WebKit } from './engines/webkit.ts';

/**
 * Runs test files in the one window of a WebKitGTK, one after the other. Commands of tests, such as
 * `sendKeys`, take its page for one of Puppeteer's.
 */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKitGTK';
  readonly type = 'puppeteer';
  readonly concurrency = 1;
  #started: Promise<WebKit> | undefined;
  #page: WebDriverPage | undefined;
  #session: string | undefined;

  async startSession(session: string, url: string): Promise<void> {
    this.#page ??= await this.#open();
    this.#session = session;
    await this.#page.setViewport({ width: 800, height: 600 });
    await this.#page.goto(url);
  }

  isActive(session: string): boolean {
    return this.#session === session;
  }

  getPage(): WebDriverPage | undefined {
    return this.#page;
  }

  getBrowserUrl(): Promise<string> | undefined {
    return this.#page?.url();
  }

  async stopSession(): Promise<object> {
    this.#session = undefined;
    await this.#page?.goto('about:blank');
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKitGTK cannot be debugged from here.'));
  }

  async stop(): Promise<void> {
    await (await this.#started)?.stop();
  }

  async #open(): Promise<WebDriverPage> {
    this.#started = startWebKit();
    return new WebDriverPage((await this.#started).session);
  }
}
