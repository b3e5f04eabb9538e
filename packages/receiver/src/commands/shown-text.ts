/** A text that strangers wrote, for a terminal: without what would move its cursor or turn its lines. */
export const shownText = (text: string): string => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
