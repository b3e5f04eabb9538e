import { findWrongLength } from './rules/rule.ts';
import { text } from './text.ts';

/** A BCP 47 language tag, such as `en` or `es-US`; its shape is checked, not its registration. */
export const languageTag = text({
  normalize: (value) => value,
  findFault: (value) =>
    findWrongLength(value, 35) ??
    (/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(value) ? undefined : 'type'),
});
