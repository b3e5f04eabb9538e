import pLimit from 'p-limit';
import type { Tally } from '../tally.ts';
import type { Part, Plan } from './plan.ts';
import { runPart, type PartResult } from './run-part.ts';

const PART_LIMIT = 30 * 60_000;

/** Runs a plan, two parts at a time, and says each part's output whole when it ends. */
export async function runAll(plan: Plan, say: (text: string) => void): Promise<Tally> {
  const limit = pLimit(2);
  const started = new Map<string, Promise<PartResult>>();

  const run = async (part: Part): Promise<PartResult> => {
    const before = await Promise.all(part.after.map((name) => started.get(name)));
    const failed = before.find((result) => result && result.tally.failed > 0);
    const result =
      part.needsThem && failed
        ? notRun(part.name, `Not run, since this failed: ${failed.name}.`)
        : await limit(() => runPart(part, PART_LIMIT));
    say(describe(result));
    return result;
  };
  for (const part of plan.parts) started.set(part.name, run(part));

  const missing = plan.missing.map((what) => notRun('plan', what));
  for (const result of missing) say(describe(result));
  const results = [...missing, ...(await Promise.all(started.values()))];
  say(`\n${results.map(heading).join('\n')}`);
  return sum(results.map(({ tally }) => tally));
}

const notRun = (name: string, output: string): PartResult => ({
  name,
  tally: { passed: 0, failed: 1, skipped: 0 },
  seconds: 0,
  output,
});

function heading({ name, tally, seconds }: PartResult): string {
  const mark = tally.failed > 0 ? '✖' : '✔';
  const counts = Object.entries(tally).flatMap(([kind, count]) =>
    count ? [`${count} ${kind}`] : [],
  );
  return `${mark} ${name}, ${seconds.toFixed(1)} s: ${counts.join(' and ')}`;
}

/** Each line is marked, so that no runner's own closing line is taken for the run's. */
const describe = (result: PartResult) =>
  [heading(result), ...result.output.trim().split(/\r?\n/).filter(Boolean)].join('\n│ ');

const sum = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
