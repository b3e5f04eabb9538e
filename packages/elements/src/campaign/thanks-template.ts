import { html, nothing, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';
import { thanksCard, thanksFor } from '../form/thanks-card.ts';
import { webLink } from '../form/web-link.ts';
import { isOffered, nextPage } from './after-signing.ts';
import type { CampaignForm } from './campaign-view.ts';
import { marked } from './marked.ts';
import type { ShownCampaign } from './shown-campaign.ts';

interface After {
  /** Undefined where there is no file. */
  shown: ShownCampaign | undefined;
  heading(text: string): TemplateResult;
  /** Goes on to join; undefined where the signer cannot. */
  join: (() => void) | undefined;
}

/** A thank-you that claims what the outcome does, and no more; then what to do next. */
export function thanks(form: CampaignForm, outcome: Success, after: After): TemplateResult {
  const { shown, heading, join } = after;
  const { title, text } = form.allTexts.thanks[keyOf(form, outcome)];
  const words = shown?.thanks ? html`<p>${marked({ form, shown }, shown.thanks)}</p>` : nothing;
  const page = isOffered() && !form.host.test && nextPage(outcome, shown?.redirect);
  return html`${thanksCard(heading(title), text, words)}
  ${page ? nextLink(page, form.allTexts.next) : nothing} ${passOn(form, shown)}
  ${join ? joinOffer(form, join) : nothing}`;
}

function keyOf({ host }: CampaignForm, outcome: Success) {
  if (host.test) return 'test';
  const key = thanksFor(outcome);
  return key === 'confirmed' && host.isAnonymous ? 'anonymous' : key;
}

const nextLink = (page: string, text: string) =>
  html`<p class="next">
    <a href=${page} target="_blank" rel="noopener" part="next">${text}</a>
  </p>`;

function passOn({ host, allTexts }: CampaignForm, shown: ShownCampaign | undefined) {
  return html`<section class="next" aria-labelledby="pass-on">
    <strong id="pass-on">${allTexts.passOn}</strong>
    <pro-kid-share
      .url=${webLink(shown?.shareUrl) ?? ''}
      .text=${shown?.shareText ?? ''}
      campaign=${host.campaign}
      partner=${host.partner}
    ></pro-kid-share>
  </section>`;
}

function joinOffer({ allTexts }: CampaignForm, join: () => void) {
  return html`<section class="next">
    <strong>${allTexts.joinTitle}</strong>
    <p class="muted">${allTexts.joinText}</p>
    <button type="button" class="second" part="join" @click=${join}>${allTexts.join}</button>
  </section>`;
}
