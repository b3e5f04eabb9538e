/** What a check found. A `problem` keeps the receiver from its work; a `warning` may be meant so. */
export interface Finding {
  level: 'ok' | 'note' | 'warning' | 'problem';
  /** One sentence. */
  text: string;
  /** What to do about it. */
  remedy?: string;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const note = (text: string): Finding => ({ level: 'note', text });
export const warning = (text: string, remedy: string): Finding => ({
  level: 'warning',
  text,
  remedy,
});
export const problem = (text: string, remedy: string): Finding => ({
  level: 'problem',
  text,
  remedy,
});
