import { isIP } from 'node:net';

/**
 * The IP address that a request comes from; null where it is not known.
 *
 * `X-Forwarded-For` is a list to which each proxy appends whom it was asked by. What is left of our own
 * proxies' words is the client's, who can write anything there.
 *
 * @param socket who is connected: the client, or the last proxy.
 * @param trustedProxies how many proxies of our own are before the receiver; 0 to go by the connection.
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | null {
  const own = readAddress(socket ?? '');
  if (trustedProxies === 0) return own;
  const forwarded = (forwardedFor ?? '').split(',').at(-trustedProxies);
  return readAddress(forwarded ?? '') ?? own;
}

/** `192.0.2.7:443`, `[2001:db8::1]:443` and `[2001:db8::1]`, as some proxies write. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|([^:[]+):\d+)$/;

/** An address written in one way, without port and zone; null for what is none. */
export function readAddress(text: string): string | null {
  const trimmed = text.trim().replace(/^"(.*)"$/, '$1');
  const port = WITH_PORT.exec(trimmed);
  const [address = ''] = (port?.[1] ?? port?.[2] ?? trimmed).split('%', 1);
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  // The same address can be written in many ways. A URL has one.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  return inIPv4(written) ?? written;
}

/** A socket that takes both versions shows `192.0.2.7` as `::ffff:c000:207`. */
function inIPv4(address: string): string | null {
  const parts = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (!parts) return null;
  const [high, low] = parts.slice(1).map((part) => parseInt(part, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** What one connection is given at home: an IPv4 address, or all that begin like an IPv6 address. */
export function householdOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [before = '', after] = address.split('::');
  const parts = before === '' ? [] : before.split(':');
  const rest = after ? after.split(':') : [];
  const zeros = after === undefined ? 0 : 8 - parts.length - rest.length;
  const groups = [...parts, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4);
  return readAddress(`${groups.join(':')}::`)!;
}
