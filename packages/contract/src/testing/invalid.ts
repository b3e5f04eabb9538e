/** A value that must be refused, and the errors to name. */
export interface Invalid {
  value: unknown;
  errors: { pointer: string; code: string }[];
  /** Whether a JSON Schema cannot see what is wrong. */
  isBeyondJsonSchema?: boolean;
}

export const wrong = (value: unknown, pointer: string, code: string): Invalid => ({
  value,
  errors: [{ pointer, code }],
});

export const beyond = (...parameters: Parameters<typeof wrong>): Invalid => ({
  ...wrong(...parameters),
  isBeyondJsonSchema: true,
});

/** Several wrong values of one place, titled by what stands there. */
export const at = (
  title: string,
  pointer: string,
  valueWith: (there: unknown) => unknown,
  faults: readonly (readonly [there: unknown, code: string])[],
): Record<string, Invalid> =>
  Object.fromEntries(
    faults.map(([there, code]) => {
      const written = JSON.stringify(there) ?? 'missing';
      const shown = written.length > 50 ? `${written.slice(0, 40)}… (${code})` : written;
      return [`${title}: ${shown}`, wrong(valueWith(there), pointer, code)];
    }),
  );

export const many = <Item>(count: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => item(index));

/** Parsed, since an object literal with the key `__proto__` would set a prototype. */
export const json = (text: string) => JSON.parse(text) as unknown;
