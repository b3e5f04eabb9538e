import { appendFileSync, readFileSync } from 'node:fs';

/** How many tests ran, and how they ended. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The file that runners add their tallies to, so that one closing line can count them all. */
const FILE_VARIABLE = 'PRO_KID_TALLY';

export const tallyEnvironment = (file: string) => ({ [FILE_VARIABLE]: file });

/** The plain line that closes a run: `N passed, N failed`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Closes a runner's own output, and adds its tally to the whole run's where there is one. */
export function reportTally(tally: Tally): void {
  const file = process.env[FILE_VARIABLE];
  if (file) appendFileSync(file, `${JSON.stringify(tally)}\n`);
  else console.log(`\n${closingLine(tally)}`);
}

/** Adds up the tallies in a file; null where no runner wrote one. */
export function readTally(file: string): Tally | null {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  if (lines.length === 0) return null;
  return lines
    .map((line) => JSON.parse(line) as Tally)
    .reduce((sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }));
}
