/** A name written in one way: how it was spaced and capitalised does not make another of it. */
export const canonicalName = (...parts: (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
