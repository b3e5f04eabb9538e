import * as z from 'zod/mini';
import { requiredOrType } from './text.ts';

/**
 * The rule of `<input type="email">`, so that a browser and a server agree.
 * Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
const WHATWG_EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** An e-mail address, at most 254 characters (RFC 5321's path limit less its angle brackets). */
export const email = z
  .string({ error: requiredOrType })
  .check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(254, 'too-long'),
    z.regex(WHATWG_EMAIL, 'email'),
  );
