import type { chromeLauncher } from '@web/test-runner';

type LauncherOptions = NonNullable<Parameters<typeof chromeLauncher>[0]>;
export type TestPage = Awaited<ReturnType<NonNullable<LauncherOptions['createPage']>>>;

/** Messages that say nothing about the code under test, each with the reason. Keep it empty. */
const NOT_OURS: readonly { pattern: RegExp; why: string }[] = [];

/**
 * Collects what test pages say on their consoles, and the errors that nobody caught. Listens to the browser instead of patching
 * `console` in the page, so it also hears what no script wrote: blocked requests, CSP reports,
 * deprecations.
 */
export class PageConsole {
  readonly #bySession = new Map<string, string[]>();

  watch(page: TestPage): void {
    let session = '';
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      session = new URL(frame.url()).searchParams.get('wtr-session-id') ?? session;
    });
    const add = (text: string) => {
      if (NOT_OURS.some(({ pattern }) => pattern.test(text))) return;
      this.#bySession.set(session, [...this.in(session), text]);
    };
    page.on('console', (message) => {
      const place = message.location().url;
      add(`${message.type()}: ${message.text()}${place ? ` (${new URL(place).pathname})` : ''}`);
    });
    page.on('pageerror', (error) => add(`uncaught: ${String(error)}`));
  }

  /** The messages of one test session, that is of one file. */
  in(session: string): string[] {
    return this.#bySession.get(session) ?? [];
  }
}
