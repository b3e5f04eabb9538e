import { findWrongLength, type Rule } from './rule.ts';

/** An absolute address on the web, `https:` or `http:`, without a user name; one word may be a host. */
export const webAddress = (maximum: number): Rule => ({
  normalize: (value) => value.trim(),
  findFault(value) {
    const wrongLength = findWrongLength(value, maximum);
    if (wrongLength) return wrongLength;
    if (/[\s\\]/.test(value)) return 'url';
    try {
      const { protocol, username, password } = new URL(value);
      return /^https?:$/.test(protocol) && !username && !password ? undefined : 'url';
    } catch {
      return 'url';
    }
  },
});
