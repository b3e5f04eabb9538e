import { html, nothing } from 'lit';
import { fill } from '../messages/messages.ts';
import type { CampaignView } from './campaign-view.ts';
import { marked, markOf } from './marked.ts';
import { momentText } from './phase.ts';

/** What the campaign is about, for everybody. */
export function about(view: CampaignView) {
  const { texts, campaign, shown, heading } = view;
  const { lang, dir } = markOf(view);
  return html`${campaign.example ? html`<p class="mark" part="example">${texts.example}</p>` : nothing}
    <slot name="heading">${heading(marked(view, shown.title))}</slot>
    ${shown.to ? html`<p class="to" part="to"><b>${texts.to}</b> ${marked(view, shown.to)}</p>` : nothing}
    <slot name="intro">
      <div class="statement" part="statement" lang=${lang} dir=${dir}>
        ${shown.statement.map((text) => html`<p>${text}</p>`)}
      </div>
    </slot>
    ${
      shown.ask
        ? html`<div class="ask" part="ask">
            <b>${texts.ask}</b>
            <p lang=${lang} dir=${dir}>${shown.ask}</p>
          </div>`
        : nothing
    }`;
}

/** Until when it can be signed, and that it still can where its goal is reached. */
export function lastDay({ campaign, texts, locale, isReached }: CampaignView) {
  const date = campaign.closes && momentText(campaign.closes, locale, campaign.timeZone);
  return html`${isReached ? html`<p class="reached" part="reached">${texts.reached}</p>` : nothing}
  ${date ? html`<p class="muted last-day" part="closes">${fill(texts.closesOn, { date })}</p>` : nothing}`;
}
