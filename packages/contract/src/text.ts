import * as z from 'zod/mini';

/**
 * The message of every check in this package is a code, never display text: whoever shows it
 * (a widget, a server's log, a partner's own form) has words for it in its own language.
 */
export type ErrorCode =
  'required' | 'type' | 'too-long' | 'characters' | 'email' | 'postal-code' | 'url' | 'authorized';

/** `required` for a missing value, `type` for a value of another type. */
export const requiredOrType = (issue: { input?: unknown }): ErrorCode =>
  issue.input === undefined || issue.input === null ? 'required' : 'type';

/** Neither control characters (they split lines in mail and CSV) nor half a surrogate pair (it cannot be stored). */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
const PRINTABLE_LINES = /^[^\p{Cs}\0]*$/u;

/**
 * One line of text in any script: trimmed, Unicode NFC, 1 to `maximum` UTF-16 code units
 * (as HTML's `maxlength` counts). Nothing else is asked of it.
 */
export const line = (maximum = 255) =>
  z
    .string({ error: requiredOrType })
    .check(
      z.trim(),
      z.normalize('NFC'),
      z.minLength(1, 'required'),
      z.maxLength(maximum, 'too-long'),
      z.regex(PRINTABLE, 'characters'),
    );

/** Text that may hold line breaks and may be empty: trimmed, NFC, at most `maximum` UTF-16 code units. */
export const paragraphs = (maximum: number) =>
  z
    .string({ error: requiredOrType })
    .check(
      z.trim(),
      z.normalize('NFC'),
      z.maxLength(maximum, 'too-long'),
      z.regex(PRINTABLE_LINES, 'characters'),
    );
