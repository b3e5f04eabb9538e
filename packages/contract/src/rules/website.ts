import { findWrongLength, type Rule } from './rule.ts';

const MAXIMUM = 2048;

/**
 * What a person types for a website, as an absolute URL: `firststeps.example` becomes
 * `https://firststeps.example/`. Null where it is no web address, or carries a user name
 * (which is how an e-mail address typed here reads).
 */
export function parseWebsite(value: string): string | null {
  const typed = value.trim();
  if (/[\s\\]/.test(typed)) return null;
  const absolute = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  try {
    const { href, hostname, username, password } = new URL(absolute);
    const hasDomain = /[^.]\.[^.]/.test(hostname);
    return hasDomain && !username && !password && href.length <= MAXIMUM ? href : null;
  } catch {
    return null;
  }
}

/** A website; a bare domain is fine and is normalised. At most 2,048 characters. */
export const website: Rule = {
  normalize: (value) => parseWebsite(value) ?? value.trim(),
  findFault: (value) =>
    findWrongLength(value, MAXIMUM) ?? (parseWebsite(value) === null ? 'url' : undefined),
};
