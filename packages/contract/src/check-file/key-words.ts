/** What a key of a file is for: an editor shows it, and the check says it where the value is wrong. */
export interface KeyWords {
  /** One or two sentences. */
  description: string;
  /** What belongs there, after the word "expected". */
  expected: string;
  /** The same where the value is fine by itself, but not beside another one. */
  inOrder?: string;
  /** What JSON Schema can say of the text there; the contract's own rule is the one that counts. */
  text?: { maximum: number; pattern?: RegExp; format?: string };
}

/** The words of a kind of file, by JSON Pointer; `*` stands for any entry of a list. */
export type FileWords = Readonly<Record<string, KeyWords>>;

/** The words for a value; those of the text around it for a text in one language. */
export function wordsAt(words: FileWords, path: readonly string[]): KeyWords | undefined {
  const pattern = path.map((token) => `/${/^\d+$/.test(token) ? '*' : token}`);
  for (let length = pattern.length; length >= 0; length--) {
    const key = pattern.slice(0, length).join('');
    if (Object.hasOwn(words, key)) return words[key];
  }
  return undefined;
}
