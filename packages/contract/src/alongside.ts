import * as z from 'zod/mini';

/** A fault of a value that is fine by itself, but not beside another one. */
export interface FaultBeside {
  path: (string | number)[];
  code: string;
}

/**
 * A check of values beside each other that runs where single ones are wrong, too, so that one reading
 * finds all errors. What it is given may therefore hold anything below its first level.
 */
export const alongside = <Value>(
  isReadable: (value: unknown) => boolean,
  faultsOf: (value: Value) => FaultBeside[],
) =>
  z.check<Value>(
    ({ value, issues }) => {
      for (const { path, code } of faultsOf(value)) {
        issues.push({ code: 'custom', message: code, path, input: value });
      }
    },
    { when: ({ value }) => isReadable(value) },
  );

export const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
