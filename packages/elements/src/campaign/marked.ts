import { html, nothing } from 'lit';
import { directionOf } from '../messages/direction-of.ts';
import type { CampaignForm } from './campaign-view.ts';
import type { ShownCampaign } from './shown-campaign.ts';

interface Written {
  form: CampaignForm;
  shown: ShownCampaign;
}

/** How a campaign's texts are marked where they are in another language than our words around them. */
export function markOf({ form, shown: { language } }: Written) {
  const isOther = language !== '' && language !== form.options.language.language;
  return isOther ? { lang: language, dir: directionOf(language) } : { lang: nothing, dir: nothing };
}

/** Such a text within a line of ours. */
export function marked(written: Written, text: string) {
  const { lang, dir } = markOf(written);
  return lang === nothing ? text : html`<bdi lang=${lang} dir=${dir}>${text}</bdi>`;
}
