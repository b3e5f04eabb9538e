import { html, nothing, type TemplateResult } from 'lit';
import { sending } from '../form/form-templates.ts';
import { fill } from '../messages/messages.ts';
import type { CampaignView } from './campaign-view.ts';
import { momentText, type Phase } from './phase.ts';

/** What stands in place of the form. */
export function stage(view: CampaignView, phase: Exclude<Phase, 'form'>): TemplateResult {
  const { campaign, locale, texts } = view;
  const told = (text: string, moment: string | undefined) =>
    fill(text, { date: momentText(moment!, locale, campaign.timeZone) });
  switch (phase) {
    case 'closed':
      return notice(texts.closed, told(texts.closedOn, campaign.closes));
    case 'not-yet-open':
      return notice(texts.notYetOpen, told(texts.opensOn, campaign.opens));
    case 'signed':
      return notice(
        texts.signed,
        texts.signedHere,
        html`<button type="button" class="second" @click=${() => view.signAgain()}>
          ${texts.signAgain}
        </button>`,
      );
    case 'age':
      return ageForm(view);
    case 'younger':
      return younger(view);
  }
}

const notice = (title: string, text: string, more: unknown = nothing) =>
  html`<div class="stage" part="stage">
    <strong>${title}</strong>
    <p>${text}</p>
    ${more}
  </div>`;

function ageForm(view: CampaignView) {
  const { yearIsWrong, texts } = view;
  const onSubmit = (event: Event) => event.preventDefault();
  // Also the click that Enter makes: in a frame without `allow-forms` no `submit` event follows it.
  const onClick = (event: Event) => {
    event.preventDefault();
    const button = event.currentTarget as HTMLButtonElement;
    view.takeBirthYear(button.form!.querySelector('input')!.value);
  };
  return html` <form novalidate @submit=${onSubmit} part="age">
    <div class="field">
      <label for="birth-year">${texts.birthYear}</label>
      <input
        id="birth-year"
        part="input"
        inputmode="numeric"
        autocomplete="off"
        maxlength="4"
        required
        aria-invalid=${yearIsWrong ? 'true' : nothing}
        aria-describedby=${yearIsWrong ? 'birth-year-error' : nothing}
      />
      ${
        yearIsWrong
          ? html`<p class="error" id="birth-year-error" role="alert">${texts.wrongYear}</p>`
          : nothing
      }
    </div>
    <button type="submit" part="submit" @click=${onClick}>${texts.goOn}</button>
  </form>`;
}

function younger(view: CampaignView) {
  const { form, texts, mayCountYounger } = view;
  return html`${notice(texts.younger, texts.youngerText)}
  ${
    mayCountYounger
      ? view.formAround(
          html`<p class="muted" id="behalf">${texts.countMeText}</p>
            ${sending(form, texts.countMe)}`,
        )
      : nothing
  }`;
}
