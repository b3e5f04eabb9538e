import { findWrongLength, type Rule } from './rule.ts';

export const LANGUAGE_TAG = /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/;

/** In how many languages one text may be. */
export const MOST_LANGUAGES = 20;

/** A BCP 47 language tag, such as `en` or `es-US`; its shape is checked, not its registration. */
export const languageTagRule: Rule = {
  normalize: (value) => value,
  findFault: (value) =>
    findWrongLength(value, 35) ?? (LANGUAGE_TAG.test(value) ? undefined : 'type'),
};
