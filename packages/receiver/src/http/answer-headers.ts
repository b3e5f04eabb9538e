/** Answers are data for whoever asked: not to be taken for a page, nor to be kept where not said. */
export const PROTECTION = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/**
 * The headers by which a page of an origin that is listed may read an answer. Others read none, and `vary`
 * is there even without an origin: a cache must not hand that answer to a page that may read it.
 */
export const readableBy = (
  origin: string | undefined,
  listed: ReadonlySet<string>,
): Record<string, string> =>
  origin !== undefined && listed.has(origin)
    ? {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': EXPOSED,
        vary: 'Origin',
      }
    : { vary: 'Origin' };

/** What a page may read beside the body. */
export const EXPOSED = 'retry-after';
