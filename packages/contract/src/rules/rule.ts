import type { FieldCode } from '../codes/outcomes.ts';

/**
 * The message of every check in this package is a code, never display text: whoever shows it
 * (a widget, a server's log, a partner's own form) has words for it in its own language.
 */
export type ErrorCode = FieldCode;

/**
 * What is asked of one text, as two functions without a library below them: a form checks with
 * them directly, and the schemas of this package are made of them, so that both always agree.
 */
export interface Rule<Code extends string = ErrorCode> {
  /** The text as it is kept. */
  normalize(this: void, value: string): string;
  /** The first fault of a text that was normalised; undefined if it has none. */
  findFault(this: void, value: string): Code | undefined;
}

/** Neither control characters (they split lines in mail and CSV) nor half a surrogate pair (it cannot be stored). */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** The same, but for the line breaks and tabs of longer texts. */
const UNSTORABLE = /[\0\p{Cs}]/u;

const normalize = (value: string) => value.trim().normalize('NFC');

/** The faults of length: nothing there, or more than `maximum` UTF-16 code units, as HTML's `maxlength` counts. */
export function findWrongLength(value: string, maximum: number): ErrorCode | undefined {
  if (value === '') return 'required';
  return value.length > maximum ? 'too-long' : undefined;
}

/** One line of text in any script: trimmed, Unicode NFC, 1 to `maximum` long. Nothing else is asked of it. */
export const line = (maximum = 255): Rule => ({
  normalize,
  findFault: (value) =>
    findWrongLength(value, maximum) ?? (UNPRINTABLE.test(value) ? 'characters' : undefined),
});

/** Text that may hold line breaks and may be empty: trimmed, NFC, at most `maximum` long. */
export const paragraphs = (maximum: number): Rule => ({
  normalize,
  findFault(value) {
    if (value.length > maximum) return 'too-long';
    return UNSTORABLE.test(value) ? 'characters' : undefined;
  },
});
