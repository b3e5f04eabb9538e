import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runScript } from './testing/run-script.ts';

const closingLines: Record<string, string> = {
  kinds: '4 passed, 2 failed, 2 skipped',
  only: '2 passed, 0 failed',
  late: '1 passed, 1 failed',
  throwing: '0 passed, 1 failed',
  empty: '0 passed, 1 failed',
  exiting: '0 passed, 1 failed',
  hooks: '1 passed, 3 failed',
};

for (const [folder, line] of Object.entries(closingLines)) {
  test(`counts the fixture "${folder}" right`, async () => {
    const { closing, exitCode } = await runScript('run-node-tests.ts', [folder], 'node-tests');
    assert.equal(closing, line);
    assert.equal(exitCode, line.includes(' 0 failed') ? 0 : 1);
  });
}
