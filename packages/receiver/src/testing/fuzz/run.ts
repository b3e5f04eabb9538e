/** Posts hostile submissions for a minute: `pnpm fuzz:receiver [seconds] [seed]`. */
import { fuzzReceiver } from './fuzz-receiver.ts';

const [seconds = '60', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
console.log(`Seed ${seed}`);
const tally = await fuzzReceiver({
  seed: Number(seed),
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: Number(seconds) * 1000,
});
const answers = [...tally].sort(([a], [b]) => a - b);
console.log(answers.map(([status, posts]) => `${status}: ${posts}`).join('\n'));
