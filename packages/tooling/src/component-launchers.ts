import { chromeLauncher } from '@web/test-runner';
import type { BrowserLauncher } from '@web/test-runner';
import { chromiumArguments, chromiumPath } from './browser.ts';
import type { Engine } from './engines/engine.ts';
import { firefoxOptions } from './engines/firefox.ts';
import type { PageConsole } from './page-console.ts';
import { WebKitLauncher } from './webkit-launcher.ts';

/** Starts an engine for component tests; what its pages say goes to `pageConsole`. */
export async function launcherOf(
  engine: Engine,
  pageConsole: PageConsole,
): Promise<BrowserLauncher> {
  switch (engine) {
    case 'chromium':
      return chromeLauncher({
        launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArguments] },
        concurrency: 2,
        createPage: async ({ context }) => {
          // Tests run side by side: a page behind another one draws no frames, and only one page can
          // really have the focus.
          const page = await context.newPage({ type: 'window' });
          await page.emulateFocusedPage(true);
          pageConsole.watch(page);
          return page;
        },
      });
    case 'firefox':
      // Named for Chrome, but its Puppeteer starts either.
      return chromeLauncher({
        launchOptions: firefoxOptions(),
        // Only one page can really have the focus.
        concurrency: 1,
        createPage: async ({ context }) => {
          const page = await context.newPage();
          pageConsole.watch(page);
          return page;
        },
      });
    case 'webkit':
      return new WebKitLauncher();
  }
}
