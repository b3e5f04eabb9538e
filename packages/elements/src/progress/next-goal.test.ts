import { expect } from '@open-wc/testing';
import { assert, array, integer, property, record } from 'fast-check';
import { nextGoal, statedGoals } from './next-goal.ts';

const step = integer({ min: 1, max: 1_000_000_000 });
const total = integer({ min: 0, max: 2_000_000_000 });
const goal = record({ start: step, steps: array(step, { maxLength: 20 }) });

describe('the goal', () => {
  it('is the lowest one set that is not reached', () => {
    const campaign = { start: 1000, steps: [2000, 5000] };
    const goals = [0, 999, 1000, 1999, 2000, 4999].map((signed) => nextGoal(campaign, signed));
    expect(goals).to.deep.equal([1000, 1000, 2000, 2000, 5000, 5000]);
  });

  it('goes on in round numbers', () => {
    const goals: number[] = [];
    for (let signed = 0; signed < 10_000; signed = goals.at(-1)!) {
      goals.push(nextGoal({ start: 10 }, signed));
    }
    expect(goals.join(' ')).to.equal(
      '10 15 20 30 50 75 100 150 200 300 500 750 1000 1500 2000 3000 5000 7500 10000',
    );
    expect(nextGoal({ start: 2 }, 3)).to.equal(10);
    expect(nextGoal({ start: 900 }, 4321)).to.equal(5000);
  });

  it('is none where none was set', () => {
    for (const none of [{}, { steps: [] }, { start: 0 }, { start: NaN, steps: [-5, 1.5] }]) {
      expect(nextGoal(none, 12)).to.equal(0);
    }
  });

  it('is above what is signed, and not far above', () => {
    assert(
      property(goal, total, (goal, total) => {
        const next = nextGoal(goal, total);
        const isStated = statedGoals(goal).includes(next);
        return Number.isSafeInteger(next) && next > total && (isStated || next <= total * 2 + 10);
      }),
    );
  });

  it('is one that was set as long as one is above', () => {
    assert(
      property(goal, total, (goal, total) => {
        const stated = statedGoals(goal);
        const next = nextGoal(goal, total);
        return total < stated.at(-1)! ? stated.includes(next) : next > stated.at(-1)!;
      }),
    );
  });

  it('rises with what is signed', () => {
    assert(
      property(goal, total, total, (goal, one, other) => {
        const [fewer, more] = one < other ? [one, other] : [other, one];
        return nextGoal(goal, fewer) <= nextGoal(goal, more);
      }),
    );
  });

  it('never falls back, whatever becomes of the figures', () => {
    assert(
      property(goal, array(total, { minLength: 1 }), (goal, totals) => {
        let shown = 0;
        return totals.every((total) => {
          const next = nextGoal(goal, total, shown);
          const isKept = next >= shown && next > total;
          shown = next;
          return isKept;
        });
      }),
    );
  });
});
