/**
 * Whether a page of this origin may have us in a frame: it is our own, or one of those that `list`
 * names, divided by blanks, such as `https://partner.example https://*.partner.example`. As in a content
 * security policy, a star stands for one name or more, and not for none.
 */
export function isListed(origin: string, list: string): boolean {
  return origin === location.origin || list.split(/\s+/).some((entry) => fits(origin, entry));
}

function fits(origin: string, entry: string): boolean {
  const [, scheme, end] = /^(https?:\/\/)\*(\.[^/*.]+\.[^/*]+)$/.exec(entry) ?? [];
  if (!scheme || !end) return origin === entry;
  return origin.startsWith(scheme) && origin.endsWith(end);
}

/**
 * The origins of the pages around us, nearest first, as far as the browser says: Firefox knows the
 * nearest one alone, and that only where its page does not hide it.
 */
export function originsAround(): string[] {
  if (parent === window) return [];
  const { ancestorOrigins } = location as Partial<Location>;
  const known = ancestorOrigins ? [...ancestorOrigins] : [originOf(document.referrer)];
  // A page that hides where it is, or that is in a sandbox, is as good as unknown.
  return known.filter((origin) => origin !== '' && origin !== 'null');
}

function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return '';
  }
}
