import { html, nothing, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';
import { fill, pluralize } from '../messages/messages.ts';
import type { LaterJoinMessages } from './messages/en-later.ts';

/** A thank-you that claims what the outcome does, and no more. */
export function thanks(
  texts: LaterJoinMessages,
  language: string,
  outcome: Success,
  heading: (text: string) => TemplateResult,
): TemplateResult {
  const isPending = outcome.outcome === 'confirmed' && outcome.receipt.status === 'pending';
  const { title, text } = texts.thanks[isPending ? 'pending' : outcome.outcome];
  return html`<div class="thanks" part="thanks" id="thanks" tabindex="-1">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" />
      <path d="m14 25 7 7 13-15" />
    </svg>
    ${heading(title)}
    <p>${text}</p>
    ${counts(texts, language, outcome)}<slot name="thanks"></slot>
  </div>`;
}

function counts(texts: LaterJoinMessages, language: string, outcome: Success) {
  const soFar = outcome.outcome === 'confirmed' && outcome.receipt.counts;
  if (!soFar) return nothing;
  const sentence = fill(texts.counts, {
    individuals: pluralize(language, texts.individuals, soFar.individuals),
    organizations: pluralize(language, texts.organizations, soFar.organizations),
  });
  return html`<p class="muted">${sentence}</p>`;
}
