/** A text in one language or in several, by language tag: `{ "en": "Children", "es": "Niños" }`. */
export type LocalizedText = string | Readonly<Record<string, string>>;

/**
 * A text in the wanted language, or else in that language's general form, in English, or in the
 * first that there is. `language` is the tag of what was found; empty for a plain string, and for a
 * text that is in no language.
 */
export function localize(text: LocalizedText, wanted: string): { text: string; language: string } {
  if (typeof text === 'string') return { text, language: '' };
  // Own texts alone: "constructor" is no language.
  const tags = Object.keys(text);
  const find = (tag: string) => tags.find((each) => each.toLowerCase() === tag.toLowerCase());
  const language = find(wanted) ?? find(wanted.split('-')[0]!) ?? find('en') ?? tags[0];
  return language === undefined ? { text: '', language: '' } : { text: text[language]!, language };
}
