import * as z from 'zod/mini';

const PROTOTYPE = '__proto__';

/**
 * Lets any value through but an object with the key `__proto__`, which has the error `code`: zod leaves
 * this key out of a record without a word, so that it can reach no prototype.
 */
export const withoutPrototype = (code: string) =>
  z.unknown().check(
    z.check(({ value, issues }) => {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, PROTOTYPE)) return;
      issues.push({ code: 'custom', message: code, path: [PROTOTYPE], input: value });
    }),
  );
