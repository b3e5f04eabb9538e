import { html, nothing, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';
import type { Counts } from '@pro-kid/contract';
import type { FormController } from '../form/form-controller.ts';
import { fill } from '../messages/messages.ts';
import { pluralize } from '../messages/pluralize.ts';
import type { LaterJoinMessages } from './messages/en-later.ts';
import type { JoinMessages } from './messages/en.ts';

type JoinForm = Pick<FormController<JoinMessages, LaterJoinMessages>, 'allTexts' | 'options'>;

/** A thank-you that claims what the outcome does, and no more. */
export function thanks(
  { allTexts, options }: JoinForm,
  outcome: Success,
  heading: (text: string) => TemplateResult,
): TemplateResult {
  const receipt = outcome.outcome === 'confirmed' ? outcome.receipt : undefined;
  const isPending = receipt?.status === 'pending';
  const isInNewTab = outcome.outcome === 'sent' && outcome.newTab;
  const { title, text } =
    allTexts.thanks[isPending ? 'pending' : isInNewTab ? 'newTab' : outcome.outcome];
  return html`<div class="thanks" part="thanks" id="thanks" tabindex="-1">
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" />
      <path d="m14 25 7 7 13-15" />
    </svg>
    ${heading(title)}
    <p>${text}</p>
    ${
      receipt?.counts
        ? html`<p class="muted">${soFar(allTexts, options.language.locale, receipt.counts)}</p>`
        : nothing
    }<slot name="thanks"></slot>
  </div>`;
}

function soFar(texts: LaterJoinMessages, language: string, counts: Counts): string {
  return fill(texts.counts, {
    individuals: pluralize(language, texts.individuals, counts.individuals),
    organizations: pluralize(language, texts.organizations, counts.organizations),
  });
}
