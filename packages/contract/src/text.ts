import * as z from 'zod/mini';
import type { ErrorCode, Rule } from './rules/rule.ts';

/** `required` for a missing value, `type` for a value of another type. */
export const requiredOrType = (issue: { input?: unknown }): ErrorCode =>
  issue.input === undefined || issue.input === null ? 'required' : 'type';

/** The same for what is told apart by the text at a key: `required` also where only that is missing. */
export const requiredOrTypeAt =
  (key: string) =>
  ({ input }: { input?: unknown }): ErrorCode => {
    const isObject = typeof input === 'object' && input !== null;
    const isThere = isObject && Object.hasOwn(input, key) && Reflect.get(input, key) !== undefined;
    return isObject && !isThere ? 'required' : requiredOrType({ input });
  };

/** The schema of a text that follows a rule. */
export const text = <Code extends string>({ normalize, findFault }: Rule<Code>) =>
  z.string({ error: requiredOrType }).check(
    z.check((payload) => {
      payload.value = normalize(payload.value);
      const message = findFault(payload.value);
      if (message) payload.issues.push({ code: 'custom', message, input: payload.value });
    }),
  );
