import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrastOf } from './contrast.ts';

describe('the contrast of two colors', () => {
  const known: [one: string, other: string, contrast: number][] = [
    ['#000000', '#ffffff', 21],
    ['#b9430b', '#b9430b', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 4],
    ['#00ff00', '#ffffff', 1.37],
    ['#b9430b', '#ffffff', 5.43],
  ];
  for (const [one, other, contrast] of known) {
    it(`is ${contrast}:1 for ${one} and ${other}, either way around`, () => {
      assert.equal(Math.round(contrastOf(one, other) * 100) / 100, contrast);
      assert.equal(contrastOf(other, one), contrastOf(one, other));
    });
  }
});
