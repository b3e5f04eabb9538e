/**
 * The origin that a browser would send for `text`, such as `https://your-site.example`; null where
 * it is no web origin, or says more than one (a path, a query, a wildcard).
 */
export function parseOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, username, password, pathname, search, hash, origin } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  const isBare = pathname === '/' && !search && !hash && !username && !password;
  return isWeb && isBare && !hostname.includes('*') ? origin : null;
}
