/**
 * Runs a package's Node tests: `node ../tooling/src/run-node-tests.ts [folder] [--one-at-a-time]`.
 * Tests are the `*.test.ts` files below `folder` (default `src`).
 */
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { SOURCE_CONDITION } from './public-entries.ts';
import { reportTally, type Tally } from './tally.ts';

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'src';
const files = globSync(`${folder}/**/*.test.ts`).toSorted();
if (files.length === 0) throw new Error(`No *.test.ts below ${process.cwd()}/${folder}.`);

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const isOne = (test: { details: { type?: string | undefined } }) => test.details.type !== 'suite';

const tests = run({
  files,
  concurrency: !process.argv.includes('--one-at-a-time'),
  timeout: 180_000,
  execArgv: [`--conditions=${SOURCE_CONDITION}`],
});
tests.on('test:pass', (test) => {
  if (!isOne(test)) return;
  if (test.skip === undefined && test.todo === undefined) tally.passed++;
  else tally.skipped++;
});
tests.on('test:fail', (test) => {
  if (isOne(test)) tally.failed++;
});
tests.compose(spec).pipe(process.stdout);
tests.on('close', () => {
  if (tally.passed === 0 && tally.failed === 0) tally.failed = 1;
  reportTally(tally);
  process.exitCode = tally.failed > 0 ? 1 : 0;
});
