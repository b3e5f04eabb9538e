import { withoutPrototype } from './without-prototype.ts';

/**
 * JSON of plain data, the same on every page: Prototype.js before 1.7 gives arrays a `toJSON` that
 * writes them as strings (https://github.com/prototypejs/prototype/issues/327).
 */
export const jsonText = (value: unknown): string => JSON.stringify(shielded(value));

/** A copy that inherits no `toJSON`: objects inherit nothing, arrays have one of their own that is none. */
function shielded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return Object.defineProperty(
      value.map(shielded),
      'toJSON',
      withoutPrototype({ value: undefined }),
    );
  }
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) copy[key] = shielded((value as typeof copy)[key]);
  return copy;
}
