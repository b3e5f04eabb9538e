import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { runScript } from '../testing/run-script.ts';
import { ENGINES, whyNot } from './engine.ts';
import { firefoxPath } from './firefox.ts';
import { codeOf } from './keys.ts';
import { openEngine } from './open-engine.ts';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const page = `data:text/html,${encodeURIComponent(`<!doctype html>
  <body style="margin: 0"><input style="display: block; width: 200px; height: 40px"><button>A</button>`)}`;

for (const engine of ENGINES) {
  describe(engine, { skip: whyNot(engine) ?? false }, () => {
    test('has a page with a mouse, keys and a size, which has the focus', async (t) => {
      const { page: opened, close } = await openEngine(engine);
      t.after(close);
      await opened.setViewport({ width: 800, height: 600 });
      await opened.goto(page);
      const size = await opened.evaluate(() => [innerWidth, innerHeight]);
      assert.deepEqual(size, [800, 600]);

      await opened.mouse.click(20, 20);
      await opened.keyboard.type('Zoë, 1');
      const [typed, isFocused] = await opened.evaluate(() => {
        const input = document.querySelector('input')!;
        return [input.value, input.matches(':focus')] as const;
      });
      assert.equal(typed, 'Zoë, 1');
      assert.equal(isFocused, true);
      await opened.keyboard.press('Tab');
      assert.equal(await opened.evaluate(() => document.activeElement!.localName), 'button');
    });

    test('hands on what a task comes to, and what it throws', async (t) => {
      const { page: opened, close } = await openEngine(engine);
      t.after(close);
      await opened.goto(page);
      const sum = await opened.evaluate(async (one, other) => one + other, 1, 2);
      assert.equal(sum, 3);
      const fails = opened.evaluate(() => Promise.reject(new Error('On purpose.')));
      await assert.rejects(fails, /On purpose\./);
    });
  });
}

test('where an engine is not to be had, its component tests are one skipped test that says so', async () => {
  process.env['SKIP_ENGINES'] = 'firefox,webkit';
  for (const engine of ['firefox', 'webkit']) {
    const { output, closing, exitCode } = await runScript(
      'run-component-tests.ts',
      ['--browser', engine],
      'component-tests',
    );
    assert.equal(closing, '0 passed, 0 failed, 1 skipped');
    assert.equal(exitCode, 0);
    assert.match(output, /Skipped: component tests in (Firefox|WebKitGTK)\. SKIP_ENGINES/);
  }
});

for (const engine of ['firefox', 'webkit'] as const) {
  test(
    `component tests in ${engine}: counts what passes, fails, breaks or talks`,
    { skip: whyNot(engine) ?? false },
    async () => {
      const { output, exitCode } = await runScript(
        'run-component-tests.ts',
        ['--browser', engine],
        'component-tests',
      );
      assert.equal(exitCode, 1);
      assert.match(output, /talking\.test\.ts: a test page must not write on its console/);
      assert.match(output, /good\.test\.ts: skipped: /);
      assert.doesNotMatch(output, /good\.test\.ts: a test page/);
    },
  );
}

test('FIREFOX_PATH chooses the browser, and a wrong one is no reason to take another', () => {
  process.env['FIREFOX_PATH'] = process.execPath;
  assert.equal(firefoxPath(), process.execPath);
  process.env['FIREFOX_PATH'] = '/there/is/no/such/browser';
  assert.throws(firefoxPath, /FIREFOX_PATH is \/there\/is\/no\/such\/browser/);
});

test('a key without a name is its own, and an unknown one is said', () => {
  assert.equal(codeOf('Tab'), '\uE004');
  assert.equal(codeOf('ñ'), 'ñ');
  assert.throws(() => codeOf('Hyper'), /There is no key "Hyper"/);
});
