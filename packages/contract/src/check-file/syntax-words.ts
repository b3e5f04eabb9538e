import type { Fault } from './parse-file.ts';
import { excerpt } from './source-text.ts';

interface SyntaxWords {
  expected: string;
  remedy: string;
}

const JSON_IN_GENERAL: SyntaxWords = {
  expected: 'JSON',
  remedy: 'Write it as JSON: names and texts in double quotation marks, with commas between them.',
};

const NUMBER: SyntaxWords = {
  expected: 'a number such as 20000 or 0.5',
  remedy: 'Write the number with digits only, and a point for decimals.',
};

const COMMENT: SyntaxWords = {
  expected: 'no comment',
  remedy: 'Take the comment away: JSON has none.',
};

const wordsByError: Readonly<Record<string, SyntaxWords>> = {
  InvalidSymbol: {
    expected: 'a text in double quotation marks, a number, true, false or null',
    remedy: 'Put texts into double quotation marks. Within a text, write \\" for a quotation mark.',
  },
  PropertyNameExpected: {
    expected: 'a key in double quotation marks',
    remedy: 'Put the key into straight double quotation marks.',
  },
  ValueExpected: {
    expected: 'a value',
    remedy: 'Write a value here: a text in quotation marks, a number, a list or an object.',
  },
  ColonExpected: { expected: 'a colon', remedy: 'Put a colon between the key and its value.' },
  CommaExpected: {
    expected: 'a comma',
    remedy:
      'Put a comma between this and what stands before it. Within a text, write \\" for a quotation mark.',
  },
  CloseBraceExpected: { expected: 'a closing brace', remedy: 'Add the } that is missing.' },
  CloseBracketExpected: { expected: 'a closing bracket', remedy: 'Add the ] that is missing.' },
  EndOfFileExpected: {
    expected: 'the end of the file',
    remedy: 'Take away what follows, or the closing bracket before it that is one too many.',
  },
  InvalidCommentToken: COMMENT,
  UnexpectedEndOfComment: COMMENT,
  UnexpectedEndOfString: {
    expected: 'a quotation mark at the end of the text',
    remedy: 'Close the text with " in the same line. For a line break in it, write \\n.',
  },
  InvalidCharacter: {
    expected: 'no tab or other control character within a text',
    remedy: 'Replace the tab or control character by a space.',
  },
  InvalidEscapeCharacter: {
    expected: 'an escape that JSON knows, such as \\n or \\"',
    remedy: 'Write \\\\ for a backslash.',
  },
  InvalidUnicode: {
    expected: 'four hexadecimal digits after \\u',
    remedy: 'Write the character itself.',
  },
  InvalidNumberFormat: NUMBER,
  UnexpectedEndOfNumber: NUMBER,
};

const TRAILING_COMMA: SyntaxWords = {
  expected: 'no comma after the last entry',
  remedy: 'Take the comma before it away.',
};

const OTHER_QUOTES: SyntaxWords = {
  expected: 'straight double quotation marks',
  remedy: 'Replace the quotation marks around keys and texts by ".',
};

const EMPTY: SyntaxWords = { expected: 'one object in braces', remedy: 'Write the file.' };

/** A syntax error, by jsonc-parser's name for it, in words for whoever wrote the file. */
export function describeSyntax(text: string, error: string, offset: number, length: number): Fault {
  const rest = text.slice(offset);
  const isAtEnd = rest.trim() === '';
  return {
    pointer: '',
    offset,
    code: 'syntax',
    found: isAtEnd ? 'the end of the file' : excerpt(text, offset, Math.max(length, 1)),
    ...wordsFor(text, offset, error),
  };
}

function wordsFor(text: string, offset: number, error: string): SyntaxWords {
  if (text.trim() === '') return EMPTY;
  const isAfterComma = /,\s*$/.test(text.slice(0, offset));
  const next = text[offset] ?? '';
  if (isAfterComma && /[}\]]/.test(next)) return TRAILING_COMMA;
  if (/[‘’“”„«»']/.test(next)) return OTHER_QUOTES;
  return (Object.hasOwn(wordsByError, error) && wordsByError[error]) || JSON_IN_GENERAL;
}
