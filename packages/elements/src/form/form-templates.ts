import { html, nothing } from 'lit';
import type { MemberKind } from '@pro-kid/contract';
import { fields, type Field, type InputName } from './fields.ts';
import type { FormController } from './form-controller.ts';
import { webLink } from './web-link.ts';

const KINDS: readonly MemberKind[] = ['individual', 'organization'];

/** The choice between a person and an organization: native radio buttons in one bar. */
export function kindChoice(form: FormController) {
  const { kinds, kindLegend } = form.texts;
  const option = (kind: MemberKind) =>
    html`<label part="kind"
      ><input
        type="radio"
        name="kind"
        value=${kind}
        .checked=${kind === form.host.kind}
        @change=${() => form.chooseKind(kind)}
      />${kinds[kind]}</label
    >`;
  return html`<fieldset class="kinds" part="kinds">
    <legend class="visually-hidden">${kindLegend}</legend>
    ${KINDS.map(option)}
  </fieldset>`;
}

/** Every field of a member: asked of this visitor, or kept as it is for when they switch back. */
export function memberFields(form: FormController) {
  const isHidden = form.host.kind !== 'organization';
  return html`<div class="fields">${fields.map((field) => textField(form, field))}</div>
    ${tick('authorized', form.texts.labels.authorized, isHidden, form.errorAt('authorized'))}`;
}

function textField(form: FormController, field: Field) {
  const { name, type = 'text', inputMode } = field;
  const presence = form.presenceOf(field);
  const isHidden = presence === 'hidden';
  const error = form.errorAt(name);
  return html`<div class="field ${name}" part="field" ?hidden=${isHidden}>
    <label for=${name}
      >${labelOf(form, name)}${
        presence === 'optional' ? html`<span>${` ${form.texts.optional}`}</span>` : nothing
      }</label
    >
    <input
      id=${name}
      name=${name}
      part="input"
      type=${type}
      autocomplete=${name}
      inputmode=${inputMode ?? nothing}
      autocapitalize=${type === 'email' || name === 'url' ? 'none' : nothing}
      enterkeyhint="next"
      spellcheck="false"
      ?required=${presence === 'required'}
      ?disabled=${isHidden}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${name}-error` : nothing}
    />
    ${name === 'email' ? emailSuggestion(form) : nothing}${errorText(name, error)}
  </div>`;
}

/** Stands there before there is anything to offer, so that what appears in it is read out. */
function emailSuggestion(form: FormController) {
  const { suggestion, texts } = form;
  return html`<div class="suggestion" role="status">
    ${
      suggestion
        ? html`${texts.suggestion}
            <button type="button" @click=${() => form.takeSuggestion()}>${suggestion}</button>?`
        : nothing
    }
  </div>`;
}

/** A checkbox whose words stand beside it. */
export function tick(name: string, text: unknown, isHidden = false, error?: string) {
  return html`<div class="tick" part="tick" ?hidden=${isHidden}>
    <input
      id=${name}
      name=${name}
      type="checkbox"
      ?disabled=${isHidden}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${name}-error` : nothing}
    />
    <label for=${name}>${text}</label>
    ${errorText(name, error)}
  </div>`;
}

const errorText = (name: string, error: string | undefined) =>
  error ? html`<p class="error" id="${name}-error" part="error">${error}</p>` : nothing;

/** The consents that the form asks for, none of them ticked. */
export function consents(form: FormController) {
  return form.options.consents(form.texts).map(({ id, text }) => tick(`consent-${id}`, text));
}

/** What became of the last attempt, if it failed; the button; and what happens to the data. */
export function sending(form: FormController, label: string) {
  const { texts, failure, state } = form;
  const isSending = state.status === 'sending';
  return html`${
      failure
        ? html`<div class="notice" part="failure">
            <strong>${form.failureTitle}</strong>
            <p>${form.engine?.failureText(form, failure) ?? texts.offline} ${texts.kept}</p>
          </div>`
        : nothing
    }
    <button
      type="submit"
      part="submit"
      aria-describedby="behalf"
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${isSending ? texts.sending : failure ? texts.retry : label}
    </button>
    ${privacyLink(form)}`;
}

function privacyLink({ host, texts }: FormController) {
  const href = webLink(host.privacy);
  return href
    ? html`<p class="fine">
        <a href=${href} target="_blank" rel="noopener" part="privacy">${texts.privacy}</a>
      </p>`
    : nothing;
}

/** In an organization's form, a first name is somebody's: "Your first name". */
export function labelOf({ host, texts }: FormController, name: InputName): string {
  return (host.kind === 'organization' && texts.contactLabels[name]) || texts.labels[name];
}
