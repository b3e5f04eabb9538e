import { webLink } from '../form/web-link.ts';

/** Milliseconds. */
const TIMEOUT = 12_000;

/** In characters. */
const LONGEST = 65_536;
const THIS_COMPUTER = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The text of a file, at an address that may be relative to the page. Rejects where it cannot be had,
 * with a reason for the integrator: it must be on `https:` (or this computer, or the page's own
 * origin), answer with a success and be at most 64 KiB long, or what else `longest` says.
 */
export async function fetchText(
  src: string,
  signal: AbortSignal,
  longest = LONGEST,
): Promise<string> {
  const address = safeAddress(src);
  if (!address) {
    throw new Error('its address must start with https://');
  }
  const timeout = AbortSignal.timeout?.(TIMEOUT);
  const response = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'strict-origin-when-cross-origin',
    // Browsers from before March 2024 cannot join two signals; there, what arrives late is left out.
    signal: AbortSignal.any?.([signal, timeout]) ?? timeout ?? null,
  }).catch(() => {
    throw new Error('no answer came, or it does not allow this site (CORS)');
  });
  if (!response.ok) throw new Error(`the answer has status ${response.status}`);
  const text = await response.text();
  if (text.length > longest) throw new Error(`it is longer than ${longest / 1024} KiB`);
  return text;
}

/** Where a file may be read from, absolute; undefined for an address that nobody may trust. */
export function safeAddress(src: string, base?: string): string | undefined {
  const address = webLink(src, base);
  const { protocol, origin, hostname } = address ? new URL(address) : ({} as Partial<URL>);
  const isSafe =
    protocol === 'https:' || origin === location.origin || THIS_COMPUTER.test(hostname ?? '');
  return isSafe ? address : undefined;
}
