import { html, nothing } from 'lit';
import { figure } from '../figures/figure.ts';
import { figureText } from '../figures/figure-words.ts';
import { figureStyles } from '../figures/figure.styles.ts';
import { SeenController } from '../figures/seen-controller.ts';
import { webLink } from '../form/web-link.ts';
import { fill } from '../messages/messages.ts';
import type { CardFact, CardIssue, FactSource } from './card-issue.ts';
import type { Writing } from './card-templates.ts';
import type { FactCardMessages } from './messages/en.ts';
import { details } from './details.ts';
import { detailsStyles } from './details.styles.ts';
import { factsStyles } from './facts.styles.ts';

/** The first fact. */
function headline(issue: CardIssue, writing: Writing) {
  const [first] = issue.facts;
  return first ? sourced(issue, first, writing) : nothing;
}

/** The facts below the headline. */
function otherFacts(issue: CardIssue, writing: Writing) {
  const [, ...others] = issue.facts;
  if (others.length === 0) return nothing;
  return html`<ul class="facts" part="facts">
    ${others.map((fact) => html`<li>${sourced(issue, fact, writing)}</li>`)}
  </ul>`;
}

/** A fact, and where it is from unless all of them are from there. */
function sourced(issue: CardIssue, fact: CardFact, { texts, locale }: Writing) {
  const { source } = fact;
  const isOwn = source !== undefined && !haveOneSource(issue);
  return html`${figure(fact, locale, texts)}
  ${isOwn ? html`<p class="fine" part="source">${sourceLine(source, texts, locale)}</p>` : nothing}`;
}

/** Where all figures are from, if they are from one place, and how old the card is. */
function fine(issue: CardIssue, { texts, locale }: Writing) {
  const [headline] = issue.facts;
  const source = haveOneSource(issue) ? headline?.source : undefined;
  if (source === undefined && !issue.updated) return nothing;
  const updated = issue.updated && fill(texts.updated, { date: dateText(issue.updated, locale) });
  return html`<p class="fine" part="fine">
    ${source === undefined ? nothing : html`<span>${sourceLine(source, texts, locale)}</span>`}
    ${updated ? html`<span>${updated}</span>` : nothing}
  </p>`;
}

const haveOneSource = ({ facts }: CardIssue) =>
  new Set(facts.map(({ source }) => JSON.stringify(source))).size === 1;

function sourceLine(source: FactSource, texts: FactCardMessages, locale: string) {
  if (!source) return texts.asStated;
  const link = webLink(source.url);
  const name = link ? html`<a href=${link}>${source.name}</a>` : source.name;
  const date = source.date ? ` (${dateText(source.date, locale)})` : nothing;
  return html`<span>${texts.source}${name}${date}</span>`;
}

/** A year, a month or a day, as the language writes it. */
function dateText(date: string, locale: string): string {
  const day = new Date(date);
  if (/^\d{4}$/.test(date) || Number.isNaN(day.getTime())) return date;
  const parts: Intl.DateTimeFormatOptions = /^\d{4}-\d{2}$/.test(date)
    ? { year: 'numeric', month: 'long' }
    : { dateStyle: 'long' };
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(day);
}

/**
 * What shows the facts of any issue, and what there is to read about them: loaded while the issue
 * itself is on its way.
 */
export const facts = {
  styles: [figureStyles, factsStyles, detailsStyles],
  headline,
  otherFacts,
  fine,
  details,
  figureText,
  SeenController,
};
