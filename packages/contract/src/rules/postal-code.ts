import { findWrongLength, type Rule } from './rule.ts';

const SPACES_AND_DASHES = /[\s\p{Pd}]/gu;

/**
 * A US ZIP code as a string, so that leading zeros stay. "95814 1234", "95814–1234" and " 95814"
 * are kept as the Postal Service prints them: `NNNNN` or `NNNNN-NNNN`.
 */
export const postalCode: Rule = {
  normalize: (value) => value.replace(SPACES_AND_DASHES, '').replace(/^(\d{5})(\d{4})$/, '$1-$2'),
  findFault: (value) =>
    findWrongLength(value, 255) ?? (/^\d{5}(-\d{4})?$/.test(value) ? undefined : 'postal-code'),
};
