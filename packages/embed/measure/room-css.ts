/** How high an element is, in pixels, where its place has this width. */
export interface Sample {
  width: number;
  height: number;
}

/** A line above samples that stand beside each other: at each width, `base` less `slope` in 100 of it. */
interface Segment {
  base: number;
  slope: number;
  samples: readonly Sample[];
  /** By how much it is too high, over all samples. */
  excess: number;
}

/** What other fonts than those of the computer that measures may need, in pixels. */
const MARGIN = 10;

/** How much too high the room may be on average, in pixels, before it takes one more segment. */
const LARGEST_EXCESS = 40;
const MOST_SEGMENTS = 4;

const SLOPES = Array.from({ length: 401 }, (_, index) => index - 50);

/**
 * A height in CSS that no sample is above, such as `max(780px, 1380px - 85cqi)`. Its unit is the width of
 * the container, which is the page where there is none.
 */
export function roomCss(samples: readonly Sample[]): string {
  const segments = segmentsAbove(samples);
  const terms = segments.map((segment, index) => {
    const isAbove = (other: Segment) =>
      other.samples.some(({ width }) => at(segment, width) > at(other, width));
    const height = lineCss(segment);
    const gates: string[] = [];
    if (segments.slice(0, index).some(isAbove)) {
      gates.push(`(100cqi - ${edge(segments[index - 1]!, segment)}px) * 999`);
    }
    if (segments.slice(index + 1).some(isAbove)) {
      gates.push(`(${edge(segment, segments[index + 1]!)}px - 100cqi) * 999`);
    }
    return gates.length > 0 ? `min(${[height, ...gates].join(', ')})` : height;
  });
  return `max(${terms.join(', ')})`;
}

/** The fewest segments that are close enough, and the closest of these. */
function segmentsAbove(samples: readonly Sample[]): Segment[] {
  const excessOf = (segments: readonly Segment[]) =>
    segments.reduce((sum, { excess }) => sum + excess, 0);
  const lines = new Map<number, Segment>();
  const line = (from: number, to: number) => {
    const key = from * samples.length + to;
    if (!lines.has(key)) lines.set(key, lineAbove(samples.slice(from, to)));
    return lines.get(key)!;
  };
  const lengths = samples.map((_, index) => index + 1);
  /** The best for the first samples, by how many these are. */
  let best = new Map(lengths.map((length) => [length, [line(0, length)]]));
  for (let count = 2; count <= MOST_SEGMENTS; count++) {
    if (excessOf(best.get(samples.length)!) <= LARGEST_EXCESS * samples.length) break;
    const shorter = best;
    best = new Map(
      lengths.slice(count - 1).map((length) => {
        const ways = lengths
          .slice(count - 2, length - 1)
          .map((start) => [...shorter.get(start)!, line(start, length)]);
        return [length, ways.reduce((a, b) => (excessOf(b) < excessOf(a) ? b : a))];
      }),
    );
  }
  return best.get(samples.length)!;
}

/** The line above some samples that leaves the least room unused. */
function lineAbove(samples: readonly Sample[]): Segment {
  const lines = SLOPES.map((slope) => {
    const highest = Math.max(...samples.map(({ width, height }) => height + (slope * width) / 100));
    const base = Math.ceil((highest + MARGIN) / 5) * 5;
    const excess = samples.reduce(
      (sum, { width, height }) => sum + at({ base, slope }, width) - height,
      0,
    );
    return { base, slope, excess, samples };
  });
  return lines.reduce((a, b) => (b.excess < a.excess ? b : a));
}

const at = ({ base, slope }: Pick<Segment, 'base' | 'slope'>, width: number) =>
  base - (slope * width) / 100;

/** The width between two segments. */
const edge = (before: Segment, after: Segment) =>
  Math.round((before.samples.at(-1)!.width + after.samples[0]!.width) / 2);

const lineCss = ({ base, slope }: Segment) =>
  slope === 0 ? `${base}px` : `${base}px ${slope > 0 ? '-' : '+'} ${Math.abs(slope)}cqi`;
