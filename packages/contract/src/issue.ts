import * as z from 'zod/mini';
import { issueFact } from './issue-fact.ts';
import { issueLimits as limits } from './issue-limits.ts';
import { list } from './list.ts';
import { localizedText } from './localized-text.ts';
import { calendarDate } from './rules/calendar-date.ts';
import { identifier } from './rules/identifier.ts';
import { line, type ErrorCode, type Rule } from './rules/rule.ts';
import { requiredOrType, text } from './text.ts';

const texts = (rule: Rule, minimum: number, maximum: number) =>
  list(localizedText(rule), minimum, maximum);

const paragraph = line(limits.paragraph);

/**
 * What a fact card shows: an issue with its figures, and what is to be done. The first fact is the
 * headline. People write this file by hand, so a key that is not known is an error.
 */
export const issue = z.strictObject(
  {
    $schema: z.optional(text(line(limits.url))),
    id: text(identifier(limits.id)),
    translation: z.optional(z.literal('draft', 'type')),
    example: z.optional(z.boolean('type')),
    title: localizedText(line(limits.title)),
    summary: localizedText(paragraph),
    topics: z.optional(texts(line(limits.topic), 0, limits.topics)),
    facts: list(issueFact, 1, limits.facts),
    background: z.optional(texts(paragraph, 0, limits.paragraphs)),
    momentum: z.optional(texts(paragraph, 0, limits.paragraphs)),
    agenda: texts(paragraph, 1, limits.paragraphs),
    updated: text(calendarDate),
  },
  { error: requiredOrType },
);

export type Issue = z.infer<typeof issue>;

/** What `check` can say of an issue, besides the codes of single texts. */
export type IssueErrorCode =
  ErrorCode | 'unknown' | 'id' | 'language' | 'figure' | 'date' | 'number' | 'order' | 'too-many';
