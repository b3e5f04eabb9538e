import { warn } from '../diagnostics/warn.ts';

/** Tells the integrator which numbers are none, or where there are none, that nothing can be counted. */
export function warnOfFaults(host: Element, numbers: readonly string[]): void {
  if (numbers.length === 0) {
    warn(host, 'no-counts', 'nothing to count. Set counts to an address, or src, or value.');
  }
  for (const name of numbers) {
    const message = `${name} is no whole number, so it is left out. Write it in digits alone, such as ${name}="2000".`;
    warn(host, 'number', message);
  }
}
