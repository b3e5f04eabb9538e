import type { Issue } from '@pro-kid/contract';
import { localize } from '@pro-kid/contract/localized-text';
import type { Fact } from '../figures/fact.ts';

/** Where a figure is from; null where the movement states it itself. */
export type FactSource = {
  name: string;
  url?: string | undefined;
  date?: string | undefined;
} | null;

/** A fact as a card shows it; a page's own HTML says nothing of its source. */
export type CardFact = Fact & { source?: FactSource };

/** An issue in one language: all that a card shows. */
export interface CardIssue {
  id: string;
  title: string;
  summary: string;
  topics: string[];
  /** The first is the headline. */
  facts: CardFact[];
  background: string[];
  momentum: string[];
  agenda: string[];
  /** ISO 8601 date; empty if it is not said. */
  updated: string;
  isExample: boolean;
  /** The language of these texts; empty for that of the page around them. */
  language: string;
}

/** An issue in a language, or in the one that it has instead. */
export function cardIssue(issue: Issue, wanted: string): CardIssue {
  const { language } = localize(issue.title, wanted);
  const write = (text: Issue['title']) => localize(text, wanted).text;
  const all = (texts: readonly Issue['title'][] = []) => texts.map(write);
  return {
    id: issue.id,
    title: write(issue.title),
    summary: write(issue.summary),
    topics: all(issue.topics),
    facts: issue.facts.map(({ source, ...fact }): CardFact => ({
      ...fact,
      text: write(fact.text),
      unit: write(fact.unit),
      source: source && { ...source, name: write(source.name) },
    })),
    background: all(issue.background),
    momentum: all(issue.momentum),
    agenda: all(issue.agenda),
    updated: issue.updated,
    isExample: issue.example === true,
    language,
  };
}
