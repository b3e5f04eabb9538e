import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runScript } from './testing/run-script.ts';

test('component tests: counts what passes, fails, breaks, is empty or talks', async () => {
  const { output, closing, exitCode } = await runScript(
    'run-component-tests.ts',
    [],
    'component-tests',
  );
  assert.equal(closing, '8 passed, 8 failed, 1 skipped', output);
  assert.equal(exitCode, 1);
  assert.match(output, /blocked\.test\.ts: .*\n {2}error: Failed to load resource/);
  assert.match(output, /talking\.test\.ts: .*\n {2}info: something/);
  assert.match(output, /late\.test\.ts: .*\n {2}uncaught: Error: late/);
  assert.doesNotMatch(output, /good\.test\.ts: a test page/);
});

test('component tests: runs the files whose path has the given part', async () => {
  const { closing, exitCode } = await runScript(
    'run-component-tests.ts',
    ['good'],
    'component-tests',
  );
  assert.equal(closing, '2 passed, 0 failed, 1 skipped');
  assert.equal(exitCode, 0);
});
