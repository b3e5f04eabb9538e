import type { TestSession, TestSuiteResult } from '@web/test-runner';
import type { Tally } from './tally.ts';

/**
 * Counts every test of every file. A file without a failed test still counts as one failure if it
 * broke outside its tests (an import error, a time-out, a dead page), has no test at all, or wrote
 * on its console.
 */
export function tallySessions(
  sessions: readonly TestSession[],
  hasConsoleOutput: (session: TestSession) => boolean,
): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const before = tally.failed;
    if (session.testResults) addSuite(tally, session.testResults);
    const isEmpty = !session.testResults || countTests(session.testResults) === 0;
    const broke = session.passed !== true || session.errors.length > 0 || isEmpty;
    if (tally.failed === before && (broke || hasConsoleOutput(session))) tally.failed++;
  }
  if (sessions.length === 0) tally.failed = 1;
  return tally;
}

function countTests(suite: TestSuiteResult): number {
  return suite.tests.length + suite.suites.reduce((sum, inner) => sum + countTests(inner), 0);
}

function addSuite(tally: Tally, suite: TestSuiteResult): void {
  for (const test of suite.tests) {
    if (test.skipped) tally.skipped++;
    else if (test.passed) tally.passed++;
    else tally.failed++;
  }
  for (const inner of suite.suites) addSuite(tally, inner);
}

/** The titles of the tests that a file left out, which say why. */
export function skippedIn({ testResults }: TestSession): string[] {
  const titles = (suite: TestSuiteResult): string[] => [
    ...suite.tests.filter(({ skipped }) => skipped).map(({ name }) => name),
    ...suite.suites.flatMap(titles),
  ];
  return testResults ? titles(testResults) : [];
}
