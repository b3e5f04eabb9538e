/**
 * Runs a package's Node tests:
 * `node ../tooling/src/run-node-tests.ts [folder] [--one-at-a-time] [--without folder]`.
 * Tests are the `*.test.ts` files below `folder` (default `src`), less those of another folder.
 */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { run, type EventData } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { SOURCE_CONDITION } from './public-entries.ts';
import { reportTally, type Tally } from './tally.ts';

const TEST_LIMIT = 180_000;
/** A file that keeps its process alive after its last test would otherwise hang the run for good. */
const RUN_LIMIT = 1_500_000;

const { values, positionals } = parseArgs({
  options: {
    'one-at-a-time': { type: 'boolean', default: false },
    without: { type: 'string' },
  },
  allowPositionals: true,
});
const [folder = 'src'] = positionals;
const exclude = values.without ? [`${values.without}/**`] : [];
const files = globSync(`${folder}/**/*.test.ts`, { exclude }).toSorted();
if (files.length === 0) throw new Error(`No *.test.ts below ${process.cwd()}/${folder}.`);

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const filesWithoutTests: string[] = [];
const isFile = (name: string) => files.some((file) => resolve(file) === resolve(name));

const tests = run({
  files,
  concurrency: values['one-at-a-time'] ? 1 : availableParallelism(),
  timeout: TEST_LIMIT,
  signal: AbortSignal.timeout(RUN_LIMIT),
  execArgv: [`--conditions=${SOURCE_CONDITION}`],
});
tests.on('test:pass', ({ name, details, skip, todo }) => {
  if (details.type === 'suite') return;
  if (skip !== undefined || todo !== undefined) tally.skipped++;
  else if (isFile(name)) filesWithoutTests.push(name);
  else tally.passed++;
});
tests.on('test:fail', (test) => {
  if (test.todo !== undefined) tally.skipped++;
  else if (isFailureOfItsOwn(test)) tally.failed++;
});
tests.compose(spec).pipe(process.stdout);
tests.on('close', () => {
  for (const file of filesWithoutTests) console.log(`✖ ${file} ran no test, or ended the process.`);
  tally.failed += filesWithoutTests.length;
  if (tally.passed === 0 && tally.failed === 0) tally.failed = 1;
  reportTally(tally);
  process.exitCode = tally.failed > 0 ? 1 : 0;
});

/** A suite also fails when a test in it does, and that test is counted already; a hook is not. */
function isFailureOfItsOwn({ details }: EventData.TestFail): boolean {
  const { failureType } = details.error as { failureType?: string };
  return details.type !== 'suite' || failureType !== 'subtestsFailed';
}
