/**
 * Runs the browser tests of the package in the current folder, in Chromium:
 * `node ../tooling/src/run-component-tests.ts [part of a file's path]`. A message on the console of
 * the page under test fails the run like a failing test.
 */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, defaultReporter, startTestRunner } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { accessibilityTreePlugin } from './accessibility-tree-plugin.ts';
import { chromiumArguments, chromiumPath } from './browser.ts';
import { tallySessions } from './component-tally.ts';
import { forcedColorsPlugin } from './forced-colors-plugin.ts';
import { freePort } from './free-port.ts';
import { PageConsole } from './page-console.ts';
import { SOURCE_CONDITION } from './public-entries.ts';
import { reportTally } from './tally.ts';
import { workspaceRoot } from './workspace.ts';

const filter = process.argv[2] ?? '';
const files = globSync('src/**/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes(filter))
  .toSorted();
if (files.length === 0) throw new Error(`No src/**/*.test.ts with "${filter}" in its path.`);

const pageConsole = new PageConsole();

const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    rootDir: workspaceRoot,
    port: await freePort(),
    files,
    plugins: [
      // The root's options: the plugin does not follow the package's own `extends`.
      esbuildPlugin({
        ts: true,
        target: 'es2022',
        tsconfig: join(workspaceRoot, 'tsconfig.json'),
      }),
      a11ySnapshotPlugin(),
      forcedColorsPlugin,
      accessibilityTreePlugin,
    ],
    nodeResolve: { exportConditions: [SOURCE_CONDITION, 'production', 'browser'] },
    browsers: [
      chromeLauncher({
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
      }),
    ],
    // In a language, as a real page; and the icon is not asked for.
    testRunnerHtml: (script) =>
      `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="data:,"></head><body><script type="module" src="${script}"></script></body></html>`,
    // They come from the page itself, with those that no script wrote; see PageConsole.
    browserLogs: false,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testFramework: { config: { timeout: '20000', forbidOnly: true } },
    staticLogging: !process.stdout.isTTY,
    reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })],
  },
});
if (!runner) throw new Error('The test runner did not start.');

for (const stop of ['SIGINT', 'SIGTERM'] as const) process.once(stop, () => void runner.stop());

runner.on('stopped', () => {
  const sessions = [...runner.sessions.all()];
  for (const { id, testFile } of sessions) {
    const messages = pageConsole.in(id);
    if (messages.length === 0) continue;
    console.log(`\n${relative('', testFile)}: a test page must not write on its console, but did:`);
    for (const message of messages) console.log(`  ${message}`);
  }
  const tally = tallySessions(sessions, (session) => pageConsole.in(session).length > 0);
  reportTally(tally);
  process.exit(tally.failed > 0 ? 1 : 0);
});
