import { findWrongLength, type Rule } from './rule.ts';

/**
 * The rule of `<input type="email">`, so that a browser and a server agree.
 * Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
const WHATWG_EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** An e-mail address, at most 254 characters (RFC 5321's path limit less its angle brackets). */
export const email: Rule = {
  normalize: (value) => value.trim(),
  findFault: (value) =>
    findWrongLength(value, 254) ?? (WHATWG_EMAIL.test(value) ? undefined : 'email'),
};
