import { html, nothing } from 'lit';
import { tick } from '../form/form-templates.ts';
import type { CampaignView } from './campaign-view.ts';
import { marked, markOf } from './marked.ts';
import { inputOf, type ShownCommitment, type ShownQuestion } from './shown-campaign.ts';

/** What is pledged. */
export function commitments(view: CampaignView) {
  if (view.shown.commitments.length === 0) return nothing;
  const each = ({ id, text, isRequired }: ShownCommitment) =>
    requiredTick(view, `commitment-${id}`, text, isRequired);
  // That none is ticked is an error at the first of them, which ticking any one mends.
  const first = `commitment-${view.shown.commitments[0]!.id}`;
  const onInput = () => view.form.onInput(first);
  return html`<fieldset class="commitments" part="commitments" @input=${onInput}>
    <legend>${view.texts.commitments}</legend>
    ${view.shown.commitments.map(each)}
  </fieldset>`;
}

function requiredTick(view: CampaignView, name: string, text: string, isRequired: boolean) {
  const { form, texts } = view;
  const mark = isRequired ? html`<span>${` ${texts.required}`}</span>` : nothing;
  return tick(name, html`${marked(view, text)}${mark}`, false, form.errorAt(name));
}

/** The campaign's own questions, the comment, and what else its file asks. */
export function questions(view: CampaignView) {
  const { form, texts, shown, campaign } = view;
  const { comment: presence = 'hidden', showName } = campaign.fields ?? {};
  return html`${shown.questions.map((each) => question(view, each))} ${comment(view, presence)}
  ${showName === 'optional' ? tick('show-name', texts.showName) : nothing}
  ${form.options
    .consents(form.texts)
    .map(({ id, text, isRequired }) =>
      requiredTick(view, `consent-${id}`, text, isRequired === true),
    )}`;
}

function question(view: CampaignView, asked: ShownQuestion) {
  const { form, texts } = view;
  const name = inputOf(asked);
  const error = form.errorAt(name);
  const { type, label, hint, isRequired } = asked;
  if (type === 'checkbox') return requiredTick(view, name, label, isRequired);
  const mark = html`<span>${` ${isRequired ? texts.required : texts.optional}`}</span>`;
  const described =
    [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;
  const below = error
    ? html`<p class="error" id="${name}-error" part="error">${error}</p>`
    : nothing;
  const { lang, dir } = markOf(view);
  const above = hint
    ? html`<p class="hint" id="${name}-hint" lang=${lang} dir=${dir}>${hint}</p>`
    : nothing;
  if (type === 'text') {
    return html`<div class="field" part="field">
      <label for=${name}>${marked(view, label)}${mark}</label>${above}
      ${
        asked.isMultiline
          ? textArea(name, isRequired, error, described)
          : html`<input
              id=${name}
              name=${name}
              part="input"
              ?required=${isRequired}
              aria-invalid=${error ? 'true' : nothing}
              aria-describedby=${described}
            />`
      }${below}
    </div>`;
  }
  const isWrong = error ? 'true' : nothing;
  // A group cannot be wrong or required, but one of radio buttons can, and so can each checkbox.
  const isChoice = type === 'choice';
  return html`<fieldset
    class="question"
    part="question"
    role=${isChoice ? 'radiogroup' : nothing}
    aria-required=${isChoice && isRequired ? 'true' : nothing}
    aria-invalid=${isChoice ? isWrong : nothing}
    aria-describedby=${described}
  >
    <legend>${marked(view, label)}${mark}</legend>
    ${above}
    ${asked.options.map(
      ({ value, label: words }, index) =>
        html`<label class="option"
          ><input
            type=${isChoice ? 'radio' : 'checkbox'}
            id=${index === 0 ? name : `${name}:${index}`}
            name=${name}
            value=${value}
            aria-invalid=${isChoice ? nothing : isWrong}
          />${marked(view, words)}</label
        >`,
    )}${below}
  </fieldset>`;
}

const textArea = (
  name: string,
  isRequired: boolean,
  error: string | undefined,
  described: string | typeof nothing,
) =>
  html`<textarea
    id=${name}
    name=${name}
    part="input"
    rows="3"
    ?required=${isRequired}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${described}
  ></textarea>`;

function comment({ form, texts }: CampaignView, presence: string) {
  if (presence === 'hidden') return nothing;
  const error = form.errorAt('comment');
  const isRequired = presence === 'required';
  return html`<div class="field" part="field">
    <label for="comment"
      >${texts.comment}<span>${` ${isRequired ? texts.required : texts.optional}`}</span></label
    >
    ${textArea('comment', isRequired, error, error ? 'comment-error' : nothing)}
    ${error ? html`<p class="error" id="comment-error" part="error">${error}</p>` : nothing}
  </div>`;
}
