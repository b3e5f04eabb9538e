/** A row of ten is what an eye takes in at once. */
export const DOTS_IN_ROW = 10;

/** More rows of dots than this are a texture, which no eye can count. */
const MOST_DOTS = 5 * DOTS_IN_ROW;

/** Places of people in a row: up to ten, or twenty of a crowd, and in full rows if that can be. */
export function columnsFor(whole: number): number {
  if (whole <= 10) return whole;
  const most = whole > 30 ? 20 : 10;
  for (let columns = most; columns >= most / 2; columns--) {
    if (whole % columns === 0) return columns;
  }
  return most;
}

export interface DotScale {
  /** What one dot is: 1, 2 or 5 times a power of ten. */
  perDot: number;
  /** Whole dots. */
  dots: number;
  /** The part of one more dot, 0 up to 1. */
  rest: number;
}

/** How many dots a number is, at most fifty, each of them a round number. */
export function dotScale(value: number): DotScale {
  const perDot = Number.isInteger(value) && value <= MOST_DOTS ? 1 : roundUp(value / MOST_DOTS);
  const exact = Number((value / perDot).toPrecision(12));
  const dots = Math.floor(exact);
  return { perDot, dots, rest: exact - dots };
}

export interface RangeScale {
  /** Where the line ends; it starts at 0. */
  end: number;
  /** Where the interval starts and ends, in percent of the line. */
  from: number;
  to: number;
}

/** A line from zero to a round number beyond the interval. */
export function rangeScale(low: number, high: number): RangeScale {
  const end = roundUp(high * 1.1);
  const percent = (value: number) => Number(((value / end) * 100).toFixed(3));
  return { end, from: percent(low), to: percent(high) };
}

/** The next 1, 2 or 5 times a power of ten; 1 for nothing at all. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((each) => each * power >= value * (1 - 1e-9))!;
  return Number((step * power).toPrecision(1));
}
