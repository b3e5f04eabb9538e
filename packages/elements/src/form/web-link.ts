/** An address that a visitor may be sent to, absolute; undefined for anything but http(s) without credentials. */
export function webLink(
  address: string | undefined,
  base: string = document.baseURI,
): string | undefined {
  if (!address) return undefined;
  try {
    const { href, protocol, username, password } = new URL(address, base);
    return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}
