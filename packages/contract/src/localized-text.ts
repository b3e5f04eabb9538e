import * as z from 'zod/mini';
import { languageTag } from './language-tag.ts';
import type { LocalizedText } from './localize.ts';
import { withoutPrototype } from './plain-record.ts';
import type { Rule } from './rules/rule.ts';
import { MOST_LANGUAGES } from './rules/language-tag-rule.ts';
import { requiredOrType, text } from './text.ts';

export { MOST_LANGUAGES };

/** A text that follows a rule in one language, or in each of several by language tag. */
export function localizedText<Code extends string>(rule: Rule<Code>): z.ZodMiniType<LocalizedText> {
  const languages = z
    .record(languageTag, text(rule), {
      error: (issue) => (issue.code === 'invalid_key' ? 'language' : requiredOrType(issue)),
    })
    .check(
      z.refine((texts) => Object.keys(texts).length > 0, 'required'),
      z.refine((texts) => Object.keys(texts).length <= MOST_LANGUAGES, 'too-many'),
    );
  return z.union([text(rule), z.pipe(withoutPrototype('language'), languages)], {
    error: requiredOrType,
  });
}
