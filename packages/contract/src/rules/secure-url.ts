import { findWrongLength, type Rule } from './rule.ts';
import { parseWebsite } from './website.ts';

/** A link that anybody may follow: an absolute `https://` address without a user name. */
export const secureUrl = (maximum: number): Rule => ({
  normalize: (value) => value.trim(),
  findFault: (value) =>
    findWrongLength(value, maximum) ??
    (/^https:\/\//i.test(value) && parseWebsite(value) !== null ? undefined : 'url'),
});
