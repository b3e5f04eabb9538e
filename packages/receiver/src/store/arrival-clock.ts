/**
 * A clock that tells no time twice, so that what came in two transactions has an order. It goes ahead of
 * the machine's by a millisecond for each that comes in the same one.
 */
export function arrivalClock(): () => Date {
  let last = 0;
  return () => new Date((last = Math.max(Date.now(), last + 1)));
}
