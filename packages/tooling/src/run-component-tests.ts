/**
 * Runs the browser tests of the package in the current folder, in Chromium or another engine:
 * `node ../tooling/src/run-component-tests.ts [--browser firefox|webkit] [part of a file's path]`.
 * A message on the console of the page under test fails the run like a failing test. Where the
 * engine is not installed, all of it counts as one skipped test.
 */
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner, type TestSession } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { accessibilityTreePlugin } from './accessibility-tree-plugin.ts';
import { launcherOf } from './component-launchers.ts';
import { skippedIn, tallySessions } from './component-tally.ts';
import { engineNames, ENGINES, whyNot, type Engine } from './engines/engine.ts';
import { forcedColorsPlugin } from './forced-colors-plugin.ts';
import { freePort } from './free-port.ts';
import { PageConsole } from './page-console.ts';
import { SOURCE_CONDITION } from './public-entries.ts';
import { reportTally } from './tally.ts';
import { workspaceRoot } from './workspace.ts';

/** How long a test may take, in milliseconds: the others draw slowly where no graphics card helps them. */
const TEST_LIMITS: Readonly<Record<Engine, number>> = {
  chromium: 20_000,
  firefox: 60_000,
  webkit: 60_000,
};

const { values, positionals } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' } },
  allowPositionals: true,
});
const engine = values.browser as Engine;
if (!ENGINES.includes(engine)) throw new Error(`--browser is one of: ${ENGINES.join(', ')}.`);

const reason = whyNot(engine);
if (reason) {
  console.log(`Skipped: component tests in ${engineNames[engine]}. ${reason}`);
  reportTally({ passed: 0, failed: 0, skipped: 1 });
  process.exit(0);
}

const filter = positionals[0] ?? '';
const files = globSync('src/**/*.test.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.includes(filter))
  .toSorted();
if (files.length === 0) throw new Error(`No src/**/*.test.ts with "${filter}" in its path.`);

/** Whether the driver tells what pages say; WebKit's does not. */
const isTold = engine !== 'webkit';
/** The test runner listens to few methods of the console. */
const ALL_AS_LOG = `<script type="module">
  for (const type of ['info', 'trace', 'dir', 'table', 'group', 'groupCollapsed'])
    console[type] = (...parts) => console.log(...parts);
</script>`;

const pageConsole = new PageConsole();
const launcher = await launcherOf(engine, pageConsole);

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
    browsers: [launcher],
    // In a language, as a real page; and the icon is not asked for.
    testRunnerHtml: (script) =>
      `<!doctype html><html lang="en"><head><title>Test</title><link rel="icon" href="data:,">${isTold ? '' : ALL_AS_LOG}</head><body><script type="module" src="${script}"></script></body></html>`,
    // They come from the page itself, with those that no script wrote; see PageConsole.
    browserLogs: !isTold,
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    testFramework: { config: { timeout: String(TEST_LIMITS[engine]), forbidOnly: true } },
    staticLogging: !process.stdout.isTTY,
    reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })],
  },
});
if (!runner) throw new Error('The test runner did not start.');

for (const stop of ['SIGINT', 'SIGTERM'] as const) process.once(stop, () => void runner.stop());

runner.on('stopped', () => {
  const sessions = [...runner.sessions.all()];
  for (const session of sessions) {
    const messages = messagesOf(session);
    const file = relative('', session.testFile);
    if (messages.length > 0) {
      console.log(`\n${file}: a test page must not write on its console, but did:`);
    }
    for (const message of messages) console.log(`  ${message}`);
    for (const name of skippedIn(session)) console.log(`${file}: skipped: ${name}`);
  }
  const tally = tallySessions(sessions, (session) => messagesOf(session).length > 0);
  reportTally(tally);
  process.exit(tally.failed > 0 ? 1 : 0);
});

function messagesOf({ id, logs }: TestSession): string[] {
  return [...pageConsole.in(id), ...logs.map((message) => message.map(String).join(' '))];
}
