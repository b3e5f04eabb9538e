/** What a key of a file is for: an editor shows it, and the check says it where the value is wrong. */
export interface KeyWords {
  /** One or two sentences. */
  description: string;
  /** What belongs there, after the word "expected". */
  expected: string;
  /** The same where the value is fine by itself, but not beside another one. */
  inOrder?: string;
  /** What JSON Schema can say of the text there; the contract's own rule is the one that counts. */
  text?: { minimum?: number; maximum: number; pattern?: RegExp; format?: string };
  /** How many keys an object may have whose keys are free. */
  mostKeys?: number;
}

/** The words of a kind of file, by JSON Pointer; `*` stands for any entry of a list, or any free key. */
export type FileWords = Readonly<Record<string, KeyWords>>;

/** The words for a value; those of the text around it for a text in one language. */
export function wordsAt(words: FileWords, path: readonly string[]): KeyWords | undefined {
  let place = '';
  for (const token of path) {
    const next = [`${place}/${token}`, `${place}/*`].find((each) => Object.hasOwn(words, each));
    if (next === undefined) break;
    place = next;
  }
  return words[place];
}
