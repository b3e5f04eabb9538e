import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { workspaceRoot, type WorkspacePackage } from '../workspace.ts';
import { makePlan, type Part } from './plan.ts';
import { runAll } from './run-all.ts';
import { runPart } from './run-part.ts';

const tallyModule = JSON.stringify(new URL('../tally.ts', import.meta.url).href);

/** A part that runs a piece of code. */
const script = (name: string, code: string, more: Partial<Part> = {}): Part => ({
  name,
  folder: workspaceRoot,
  command: {
    file: process.execPath,
    arguments: ['--input-type=module', '--eval', code],
    shell: false,
  },
  after: [],
  needsThem: false,
  ...more,
});
const tallying = (tally: object, exitCode: number) =>
  `import { reportTally } from ${tallyModule};
   reportTally(${JSON.stringify(tally)}); process.exitCode = ${exitCode};`;

async function run(...parts: Part[]) {
  const said: string[] = [];
  const tally = await runAll({ parts, missing: [] }, (text) => said.push(text));
  return { tally, said };
}

describe('a part', () => {
  const cases: [string, string, object][] = [
    ['is one test without a tally', '', { passed: 1, failed: 0, skipped: 0 }],
    ['is one failure without a tally', 'process.exit(3)', { passed: 0, failed: 1, skipped: 0 }],
    [
      'counts as what it tallies',
      tallying({ passed: 5, failed: 2, skipped: 1 }, 1),
      { passed: 5, failed: 2, skipped: 1 },
    ],
    [
      'has failed if its process has, whatever it tallied',
      tallying({ passed: 5, failed: 0, skipped: 0 }, 1),
      { passed: 5, failed: 1, skipped: 0 },
    ],
    [
      'has failed if it tallied a failure, however its process ended',
      tallying({ passed: 5, failed: 1, skipped: 0 }, 0),
      { passed: 5, failed: 1, skipped: 0 },
    ],
  ];
  for (const [name, code, expected] of cases) {
    test(name, async () => {
      assert.deepEqual((await runPart(script('part', code), 30_000)).tally, expected);
    });
  }

  // It shares the output of the part, which ends only when both have.
  const startsAnother = `
    import { spawn } from 'node:child_process';
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });`;

  test('is stopped at its time limit, with what it started', async () => {
    const { tally, output } = await runPart(script('part', startsAnother), 1_000);
    assert.deepEqual(tally, { passed: 0, failed: 1, skipped: 0 });
    assert.match(output, /Stopped after 1 s\./);
  });

  test('leaves nothing running', async () => {
    const code = `${startsAnother} setTimeout(() => process.exit(0), 200);`;
    const { tally } = await runPart(script('part', code), 30_000);
    assert.deepEqual(tally, { passed: 1, failed: 0, skipped: 0 });
  });

  test('that cannot start has failed', async () => {
    const part = script('part', '');
    part.command.file = join(workspaceRoot, 'there-is-no-such-program');
    const { tally, output } = await runPart(part, 30_000);
    assert.equal(tally.failed, 1);
    assert.match(output, /ENOENT/);
  });
});

describe('a run', () => {
  test('adds up its parts, and hides their closing lines', async () => {
    const { tally, said } = await run(
      script('one', "console.log('3 passed, 0 failed')"),
      script('two', tallying({ passed: 2, failed: 1, skipped: 4 }, 1)),
    );
    assert.deepEqual(tally, { passed: 3, failed: 1, skipped: 4 });
    assert.doesNotMatch(said.join('\n'), /^\s*(\w+:\s*)?\d+ passed, \d+ failed/m);
    assert.match(said.join('\n'), /^│ 3 passed, 0 failed$/m);
  });

  test('prints each part whole', async () => {
    const talks = (word: string) =>
      `for (let i = 0; i < 5; i++) { console.log('${word}'); await new Promise((next) => setTimeout(next, 20)); }`;
    const { said } = await run(script('one', talks('A')), script('two', talks('B')));
    assert.match(said.join('\n'), /(│ A\n){4}│ A/);
    assert.match(said.join('\n'), /(│ B\n){4}│ B/);
  });

  test('leaves out what cannot work, as a failure, and no more', async () => {
    const { tally, said } = await run(
      script('build', 'process.exit(1)'),
      script('needs it', '', { after: ['build'], needsThem: true }),
      script('comes after it', '', { after: ['build'] }),
    );
    assert.deepEqual(tally, { passed: 1, failed: 2, skipped: 0 });
    assert.match(said.join('\n'), /✖ needs it.*\n│ Not run, since this failed: build\./);
  });
});

describe('the plan', () => {
  const packageAt = (path: string, ...scripts: string[]): WorkspacePackage => ({
    path,
    folder: join(workspaceRoot, path),
    manifest: {
      name: path,
      version: '1.0.0',
      scripts: Object.fromEntries(scripts.map((name) => [name, 'x'])),
    },
  });
  const names = (...packages: WorkspacePackage[]) =>
    makePlan(packages).parts.map(({ name }) => name);

  test('has a part for every script that is there', () => {
    assert.deepEqual(names(packageAt('packages/client', 'build', 'test', 'typecheck')), [
      'build packages',
      'lint',
      'format',
      'typecheck packages/client',
      'test packages/client',
      'size',
      'package checks',
    ]);
    assert.ok(names(packageAt('packages/content', 'test')).includes('test packages/content'));
    assert.ok(names(packageAt('demo', 'test:hostile')).includes('test:hostile demo'));
  });

  test('has each part after those that it waits for', () => {
    const all = ['build', 'typecheck', 'test'];
    const { parts } = makePlan(
      ['demo', 'docs', 'packages/client'].map((path) => packageAt(path, ...all)),
    );
    parts.forEach(({ name, after }, index) => {
      const before = parts.slice(0, index).map((part) => part.name);
      for (const awaited of after) assert.ok(before.includes(awaited), `${name}: ${awaited}`);
    });
  });

  test('misses a script that a package should have, and a package that it does not know', () => {
    const { missing } = makePlan([
      packageAt('packages/client', 'build', 'typecheck'),
      packageAt('packages/new'),
    ]);
    assert.equal(missing.length, 2);
    assert.match(missing[0] ?? '', /packages\/client has no script "test"/);
    assert.match(missing[1] ?? '', /packages\/new is not in the list/);
  });
});
