/**
 * A text as it stands between tags, in one line: of an empty one, WordPress would make a paragraph, and of `[`
 * the start of a shortcode.
 */
export const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('[', '&#91;')
    .replaceAll(/\s*[\r\n]\s*/g, ' ');

/** A text as it stands between the quotation marks of an attribute, in one line. */
export const escapeAttribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
