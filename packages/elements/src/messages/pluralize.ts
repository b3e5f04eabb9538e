import { fill } from './messages.ts';

/** A text for each plural category that its language has (`Intl.PluralRules`). */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** "1 person", "1,204 people": the number as the language writes it, in the text its count asks for. */
export function pluralize(language: string, texts: Plural, count: number): string {
  const category = new Intl.PluralRules(language).select(count);
  return fill(texts[category] ?? texts.other, {
    count: new Intl.NumberFormat(language).format(count),
  });
}
