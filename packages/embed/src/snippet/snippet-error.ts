/** What a snippet was asked for cannot be printed; the message says why, and what to give instead. */
export class SnippetError extends Error {
  override name = 'SnippetError';
}
