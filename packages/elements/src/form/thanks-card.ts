import { html, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';

/** Which words of thanks are true: those of a success, or what is still to be done. */
export function thanksFor(outcome: Success): Success['outcome'] | 'pending' | 'newTab' {
  if (outcome.outcome === 'confirmed' && outcome.receipt.status === 'pending') return 'pending';
  return outcome.outcome === 'sent' && outcome.newTab ? 'newTab' : outcome.outcome;
}

/** A thank-you, and below it what the page adds. */
export const thanksCard = (heading: TemplateResult, text: string, more: unknown) =>
  html`<div class="thanks" part="thanks" id="thanks" tabindex="-1">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" />
      <path d="m14 25 7 7 13-15" />
    </svg>
    ${heading}
    <p>${text}</p>
    ${more}<slot name="thanks"></slot>
  </div>`;
