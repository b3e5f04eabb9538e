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

/**
 * What no text is kept with: half a surrogate pair, which cannot be stored; and more marks on one letter
 * than any language has, which take time by their square to be put in order. Unicode draws the line at 30:
 * https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const UNFIT = /\p{Cs}|\p{M}{31}/u;

/** They split lines in mail and CSV. Longer texts may hold line breaks and tabs, and no NUL. */
const CONTROL = /\p{Cc}/u;

/** Firefox would put U+FFFD in the place of half a surrogate pair, and nobody would see what was wrong. */
const normalize = (value: string) => (UNFIT.test(value) ? value : value.trim().normalize('NFC'));

/** The faults of length: nothing there, or more than `maximum` UTF-16 code units, as HTML's `maxlength` counts. */
export function findWrongLength(value: string, maximum: number): ErrorCode | undefined {
  if (value === '') return 'required';
  return value.length > maximum ? 'too-long' : undefined;
}

/** One line of text in any script: trimmed, Unicode NFC, 1 to `maximum` long. Nothing else is asked of it. */
export const line = (maximum = 255): Rule => ({
  normalize,
  findFault: (value) =>
    findWrongLength(value, maximum) ??
    (UNFIT.test(value) || CONTROL.test(value) ? 'characters' : undefined),
});

/** Text that may hold line breaks and may be empty: trimmed, NFC, at most `maximum` long. */
export const paragraphs = (maximum: number): Rule => ({
  normalize,
  findFault(value) {
    if (value.length > maximum) return 'too-long';
    return UNFIT.test(value) || value.includes('\0') ? 'characters' : undefined;
  },
});
