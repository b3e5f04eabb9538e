import { findWrongLength } from './rules/rule.ts';
import { text } from './text.ts';

export const LANGUAGE_TAG = /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/;

/** A BCP 47 language tag, such as `en` or `es-US`; its shape is checked, not its registration. */
export const languageTag = text({
  normalize: (value) => value,
  findFault: (value) =>
    findWrongLength(value, 35) ?? (LANGUAGE_TAG.test(value) ? undefined : 'type'),
});
