import { SnippetError } from './snippet-error.ts';

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Takes the place of the page's own address, which a relative one stays relative to. */
const PAGE = 'https://page.invalid/';

/**
 * The address as it was given, if a page may load from it or lead to it: `https:`, `http:` on the visitor's
 * own computer, or relative to the page. Anything else is an error that names `what` it is for.
 */
export function webAddress(address: string, what: string, others: readonly string[] = []): string {
  const url = parse(address);
  const isWeb =
    url &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname))) &&
    !url.username &&
    !url.password;
  if (isWeb || (url && others.includes(url.protocol))) return address;
  const allowed = ['"https://…"', 'an address on this site', ...others.map((each) => `"${each}…"`)];
  throw new SnippetError(`${what}: "${address}" cannot be used. Give ${allowed.join(' or ')}.`);
}

/** Browsers drop line breaks and tabs out of an address, and read `\` as `/`: nobody writes that in earnest. */
function parse(address: string): URL | undefined {
  // eslint-disable-next-line no-control-regex
  if (address === '' || /[\u0000-\u0020\u007f\\]|^\/\//.test(address)) return undefined;
  try {
    return new URL(address, PAGE);
  } catch {
    return undefined;
  }
}
