import { expect } from '@open-wc/testing';
import { columnsFor, dotScale, rangeScale } from './scales.ts';

describe('the scale of a figure', () => {
  for (const [value, perDot, dots, rest] of [
    [0, 1, 0, 0],
    [1, 1, 1, 0],
    [7, 1, 7, 0],
    [50, 1, 50, 0],
    [51, 2, 25, 0.5],
    [999, 20, 49, 0.95],
    [20_000, 500, 40, 0],
    [39_500_000, 1_000_000, 39, 0.5],
    [1_000_000_000_000, 20_000_000_000, 50, 0],
    [12.5, 0.5, 25, 0],
    [0.4, 0.01, 40, 0],
  ] as const) {
    it(`is of dots that are a round number each: ${value}`, () => {
      const scale = dotScale(value);
      expect(scale.perDot).to.equal(perDot);
      expect(scale.dots).to.equal(dots);
      expect(scale.rest).to.be.closeTo(rest, 1e-9);
    });
  }

  it('never has more dots than an eye can hold, and none too few', () => {
    for (let value = 1; value < 1e12; value = Math.ceil(value * 1.37)) {
      const { perDot, dots, rest } = dotScale(value);
      expect(dots + rest, `${value}`).to.be.at.most(50);
      expect((dots + rest) * perDot, `${value}`).to.be.closeTo(value, value * 1e-9);
      if (value > 50) expect(dots, `${value}`).to.be.at.least(20);
    }
  });

  for (const [low, high, end] of [
    [2800, 3500, 5000],
    [0, 5, 10],
    [0, 1, 2],
    [990, 1000, 2000],
    [2.5, 3, 5],
    [39_500_000, 39_600_000, 50_000_000],
  ] as const) {
    it(`of a range starts at zero: ${low} to ${high}`, () => {
      const scale = rangeScale(low, high);
      expect(scale.end).to.equal(end);
      expect(scale.from).to.be.closeTo((low / end) * 100, 1e-3);
      expect(scale.to).to.be.closeTo((high / end) * 100, 1e-3);
      expect(scale.to).to.be.below(100);
    });
  }

  it('puts people in full rows where that can be', () => {
    expect([1, 4, 10, 12, 23, 30, 100].map(columnsFor)).to.deep.equal([1, 4, 10, 6, 10, 10, 20]);
    for (let whole = 1; whole <= 100; whole++) expect(columnsFor(whole)).to.be.at.most(20);
  });
});
