const FIRST_MS = 60_000;
const LONGEST_MS = 4 * 3_600_000;

/** With the waits between them, the last comes more than two days after the first. */
export const MOST_ATTEMPTS = 20;

/**
 * How long to wait in milliseconds after an attempt that failed: a minute, then twice as long each time, up to
 * 4 hours. Up to half as much comes on top by chance, so that what failed together does not come together.
 *
 * @param attempts how many there were, 1 or more.
 */
export const waitAfter = (attempts: number, random: () => number = Math.random): number =>
  Math.round(Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS) * (1 + random() / 2));
