import { html, nothing, type TemplateResult } from 'lit';
import type { Success } from '@pro-kid/client';
import { webLink } from '../form/web-link.ts';
import type { CampaignForm } from './campaign-view.ts';
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
  return html`<div class="thanks" part="thanks" id="thanks" tabindex="-1">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" />
        <path d="m14 25 7 7 13-15" />
      </svg>
      ${heading(title)}
      <p>${text}</p>
      ${shown?.thanks ? html`<p>${shown.thanks}</p>` : nothing}<slot name="thanks"></slot>
    </div>
    ${passOn(form, shown)} ${join ? joinOffer(form, join) : nothing}`;
}

function keyOf({ host }: CampaignForm, outcome: Success) {
  if (host.test) return 'test';
  if (outcome.outcome === 'sent' && outcome.newTab) return 'newTab';
  if (outcome.outcome !== 'confirmed') return outcome.outcome;
  if (outcome.receipt.status === 'pending') return 'pending';
  return host.isAnonymous ? 'anonymous' : 'confirmed';
}

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
