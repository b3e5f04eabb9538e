import { html, nothing } from 'lit';
import type { CardIssue } from './card-issue.ts';
import type { Writing } from './card-templates.ts';

/** Background, momentum and, as the ask, the agenda. */
export function details({ background, momentum, agenda }: CardIssue, { texts, level }: Writing) {
  const titled = (title: string, paragraphs: readonly string[]) =>
    html`<div class="title" role="heading" aria-level=${level + 1}>${title}</div>
      ${paragraphs.map((text) => html`<p>${text}</p>`)}`;
  return html`${
    background.length + momentum.length > 0
      ? html`<div class="told-more">
          ${
            background.length > 0
              ? html`<section part="background">${titled(texts.background, background)}</section>`
              : nothing
          }
          ${
            momentum.length > 0
              ? html`<section part="momentum">${titled(texts.momentum, momentum)}</section>`
              : nothing
          }
        </div>`
      : nothing
  }${
    agenda.length > 0
      ? html`<section class="agenda" part="agenda">${titled(texts.agenda, agenda)}</section>`
      : nothing
  }`;
}
