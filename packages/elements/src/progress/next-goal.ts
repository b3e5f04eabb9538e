/** How many signatures to reach: a first goal, then one after the other. */
export interface Goal {
  start?: number | undefined;
  steps?: readonly number[] | undefined;
  /** How many signed on paper. */
  offline?: number | undefined;
}

/** The goals that somebody set, the lowest first. */
export const statedGoals = ({ start, steps = [] }: Goal): number[] =>
  [start, ...steps]
    .filter((step): step is number => isPositive(step))
    .sort((one, other) => one - other);

/**
 * The goal to show: the lowest above `total`, of those that were set, then of round numbers. It is
 * never lower than one that was `shown` before; 0 where no goal was set.
 */
export function nextGoal(goal: Goal, total: number, shown = 0): number {
  const stated = statedGoals(goal);
  if (stated.length === 0) return 0;
  return Math.max(shown, stated.find((step) => step > total) ?? roundAbove(total));
}

/** Close enough to be reached, and easy to say: 10, 15, 20, 30, 50, 75, 100, 150, … */
const ROUND = [1, 1.5, 2, 3, 5, 7.5, 10];

function roundAbove(total: number): number {
  const unit = 10 ** Math.max(1, String(Math.floor(total)).length - 1);
  return ROUND.find((step) => step * unit > total)! * unit;
}

const isPositive = (step: unknown) => Number.isSafeInteger(step) && Number(step) > 0;
