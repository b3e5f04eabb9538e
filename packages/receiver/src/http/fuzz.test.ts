import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fuzzReceiver } from '../testing/fuzz/fuzz-receiver.ts';

it('a receiver holds against posts that are made up to break it', async () => {
  // The same ones each time; `pnpm fuzz:receiver` makes up others, for a minute.
  const tally = await fuzzReceiver({ seed: 20_261_125, numRuns: 600 });
  for (const status of [201, 303, 400, 415, 422]) assert.ok(tally.has(status), `no ${status}`);
});
