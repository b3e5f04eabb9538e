/** Runs everything that admits a change: `pnpm verify`, or `npm test` on a fresh checkout. */
import { closingLine } from './tally.ts';
import { makePlan } from './verify/plan.ts';
import { runAll } from './verify/run-all.ts';
import { stopAll } from './verify/run-part.ts';
import { workspacePackages } from './workspace.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });
}

const tally = await runAll(makePlan(workspacePackages()), (text) => console.log(text));
console.log(`\n${closingLine(tally)}`);
process.exitCode = tally.failed > 0 ? 1 : 0;
