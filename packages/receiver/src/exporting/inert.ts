/**
 * What a spreadsheet takes for the start of a formula, also behind blanks: OWASP's list
 * (https://owasp.org/www-community/attacks/CSV_Injection), and the wide and small forms that East
 * Asian editions read like the plain ones. Behind apostrophes, too, so that one can be taken off again.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** A text that no spreadsheet runs: with an apostrophe before what would be a formula. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before {@link inert}. */
export const fromInert = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
