import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HELP, SERVER_OPTIONS } from '../options/options.ts';
import { subcommands } from './subcommands.ts';

const WIDTH = 88;
const optionsIn = (text: string) =>
  [...text.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name!);

describe('the help', () => {
  it('names every command', () => {
    const named = [...HELP.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
    assert.deepEqual(named, ['serve', ...subcommands.keys()]);
  });

  it('of each command says what it does, how, and names all its options once', () => {
    for (const [name, { help, options }] of subcommands) {
      assert.match(help, /^[A-Z][^\n]{20}/, name);
      assert.match(help, new RegExp(`^Usage: pro-kid-receiver ${name} .*options`, 'm'), name);
      // What the receiver takes is in its own help.
      if (options !== SERVER_OPTIONS) {
        assert.deepEqual(optionsIn(help).toSorted(), Object.keys(options).toSorted(), name);
      }
      const long = help.split('\n').filter((line) => line.length > WIDTH);
      assert.deepEqual(long, [], name);
    }
  });
});
