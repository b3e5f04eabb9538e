/**
 * An address as a report may show it: without query, hash, name and password, where somebody's data or a
 * key may stand. What is no address is cut in the same way.
 */
export function plainAddress(address: string, base: string = document.baseURI): string {
  try {
    const { protocol, host, origin, pathname } = new URL(address, base);
    return origin === 'null' ? `${protocol}${host}${pathname}` : `${origin}${pathname}`;
  } catch {
    return address.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
  }
}
