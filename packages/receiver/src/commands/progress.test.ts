import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Progress } from './progress.ts';

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

describe('progress', () => {
  it('is one line on a terminal, shown now and then, and gone at the end', () => {
    const screen = terminal(true);
    const progress = new Progress('erased', screen);
    progress.end();
    assert.deepEqual(screen.written, []);
    progress.show(1_500, 12_000);
    for (let done = 1_501; done < 1_600; done++) progress.show(done, 12_000);
    progress.end();
    assert.equal(screen.written[0], '\r\u001b[K1,500 of 12,000 erased');
    assert.equal(screen.written.at(-1), '\r\u001b[K');
    assert.ok(screen.written.length < 20);
  });

  it('is nothing elsewhere', () => {
    const log = terminal(false);
    const progress = new Progress('erased', log);
    progress.show(1);
    progress.end();
    assert.deepEqual(log.written, []);
  });
});
