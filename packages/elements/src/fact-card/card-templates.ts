import { html, nothing, type TemplateResult } from 'lit';
import type { CardIssue } from './card-issue.ts';
import type { facts as Facts } from './facts.ts';
import type { FactCardMessages } from './messages/en.ts';

/** What the parts of a card are written with. */
export interface Writing {
  texts: FactCardMessages;
  /** How numbers and dates are written. */
  locale: string;
  /** The level of the card's own heading. */
  level: number;
  facts: typeof Facts;
}

/** What the card is about, and its first fact. */
export function hero(issue: CardIssue, writing: Writing): TemplateResult {
  const { texts, level, facts } = writing;
  return html`<header class="hero" part="hero">
    <p class="eyebrow">
      ${texts.eyebrow}${issue.isExample ? html`<b part="example">${texts.example}</b>` : nothing}
    </p>
    <div class="heading" id="title" part="heading" role="heading" aria-level=${level}>
      ${issue.title}
    </div>
    ${facts.headline(issue, writing)}
  </header>`;
}

/** What there is to read below the facts, by the name of the button that opens it. */
export function detailsName({ background, momentum, agenda }: CardIssue, texts: FactCardMessages) {
  const isTold = background.length + momentum.length > 0;
  if (agenda.length === 0) return isTold ? texts.background : '';
  return isTold ? texts.more : texts.agenda;
}
