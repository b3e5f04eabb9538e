import type { WarningCode } from '@pro-kid/contract/codes';
import type { FormatName } from './formats/load-format.ts';

/** Where submissions go, and how they are written for it. */
export interface Endpoint {
  /** An absolute URL that `vetEndpoint` let through. */
  url: string;
  /** How it is spoken to; `json` where nothing is said. */
  format?: FormatName;
  /**
   * The service's own names for fields, by ours: `{ "given-name": "FNAME" }`. An empty name leaves
   * the field out.
   */
  fields?: Readonly<Record<string, string>>;
  /** Constants sent along, by the service's names. */
  extra?: Readonly<Record<string, string>>;
  /** Headers to add, in the `json` format: names that start with `x-`, for what is no secret. */
  headers?: Readonly<Record<string, string>>;
  /** Whether it takes an `Idempotency-Key` header; the id travels in the body in any case. */
  idempotencyKey?: boolean;
}

export type EndpointVerdict =
  | { endpoint: Endpoint; warning?: Extract<WarningCode, 'insecure-endpoint'> }
  | { error: EndpointError };

export type EndpointError = Extract<
  WarningCode,
  'endpoint-syntax' | 'endpoint-scheme' | 'endpoint-credentials'
>;

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Decides whether personal data may be posted to `url`: over `https:` anywhere; over `http:` only
 * to this computer or, with a warning, to the very origin of a page that is itself on `http:`.
 *
 * @param base the page's address; a relative endpoint resolves against it.
 */
export function vetEndpoint(url: string, base: string): EndpointVerdict {
  let parsed: URL;
  try {
    parsed = new URL(url.trim(), base);
  } catch {
    return { error: 'endpoint-syntax' };
  }
  const { protocol, hostname, username, password, origin, href } = parsed;

  if (/[\s\\]/.test(url.trim())) return { error: 'endpoint-syntax' };
  if (username || password) return { error: 'endpoint-credentials' };
  if (protocol === 'https:') return { endpoint: { url: href } };
  if (protocol !== 'http:') return { error: 'endpoint-scheme' };
  if (LOOPBACK.test(hostname)) return { endpoint: { url: href } };
  if (origin === new URL(base).origin) {
    return { endpoint: { url: href }, warning: 'insecure-endpoint' };
  }
  return { error: 'endpoint-scheme' };
}
