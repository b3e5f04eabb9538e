import type { Issue } from '@pro-kid/contract';
import { localize } from '@pro-kid/contract/localized-text';

/** Topics as a tag names them: `topics="Housing, Health"`. */
export const topicsInTag = (list: string): string[] =>
  list
    .split(',')
    .map((topic) => topic.trim())
    .filter(Boolean);

/** The topics of what may be an issue, in a language; nothing where it is none. */
export function topicsInIssue(value: unknown, language: string): string[] {
  const topics = (value as { topics?: unknown } | null)?.topics;
  return Array.isArray(topics)
    ? topics.filter(isText).map((text) => localize(text, language).text)
    : [];
}

function isText(value: unknown): value is Issue['title'] {
  if (typeof value === 'string') return value !== '';
  const texts: unknown[] = typeof value === 'object' && value ? Object.values(value) : [];
  return texts.length > 0 && texts.every((text) => typeof text === 'string');
}
