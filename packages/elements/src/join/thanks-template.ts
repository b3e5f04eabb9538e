import { html, nothing, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';
import type { Counts } from '@pro-kid/contract';
import type { FormController } from '../form/form-controller.ts';
import { thanksCard, thanksFor } from '../form/thanks-card.ts';
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
  const counts = outcome.outcome === 'confirmed' ? outcome.receipt.counts : undefined;
  const { title, text } = allTexts.thanks[thanksFor(outcome)];
  return thanksCard(
    heading(title),
    text,
    counts
      ? html`<p class="muted">${soFar(allTexts, options.language.locale, counts)}</p>`
      : nothing,
  );
}

function soFar(texts: LaterJoinMessages, language: string, counts: Counts): string {
  return fill(texts.counts, {
    individuals: pluralize(language, texts.individuals, counts.individuals),
    organizations: pluralize(language, texts.organizations, counts.organizations),
  });
}
