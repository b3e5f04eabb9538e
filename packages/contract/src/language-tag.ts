import { languageTagRule } from './rules/language-tag-rule.ts';
import { text } from './text.ts';

export { LANGUAGE_TAG } from './rules/language-tag-rule.ts';

/** A BCP 47 language tag, such as `en` or `es-US`; its shape is checked, not its registration. */
export const languageTag = text(languageTagRule);
