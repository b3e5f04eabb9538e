import { html, nothing } from 'lit';
import type { MemberKind } from '@pro-kid/contract';
import { fields, type Field, type InputName } from './fields.ts';
import type { FormController } from './form-controller.ts';
import type * as FormEngine from './engine.ts';
import type { FormMessages } from './messages/en.ts';

/** What the parts of a form are drawn from. */
export interface FormView {
  form: FormController<typeof FormEngine>;
  texts: FormMessages;
  kind: MemberKind;
  /** The error at an input, in the visitor's language. */
  errorAt(name: InputName): string | undefined;
}

const KINDS: readonly MemberKind[] = ['individual', 'organization'];

/** The choice between a person and an organization: native radio buttons in one bar. */
export function kindChoice({ form, texts, kind }: FormView) {
  const option = (value: MemberKind) =>
    html`<label part="kind"
      ><input
        type="radio"
        name="kind"
        value=${value}
        .checked=${value === kind}
        @change=${() => form.chooseKind(value)}
      />${texts.kinds[value]}</label
    >`;
  return html`<fieldset class="kinds" part="kinds">
    <legend class="visually-hidden">${texts.kindLegend}</legend>
    ${KINDS.map(option)}
  </fieldset>`;
}

/** Every field of a member: asked of this visitor, or kept as it is for when they switch back. */
export function memberFields(view: FormView) {
  const { authorized } = view.texts.labels;
  return html`<div class="fields">${fields.map((field) => textField(view, field))}</div>
    ${tick('authorized', authorized, view.kind !== 'organization', view.errorAt('authorized'))}`;
}

function textField({ form, texts, kind, errorAt }: FormView, field: Field) {
  const { name, type = 'text', inputMode } = field;
  const presence = form.presenceOf(field);
  const isHidden = presence === 'hidden';
  const error = errorAt(name);
  return html`<div class="field ${name}" part="field" ?hidden=${isHidden}>
    <label for=${name}
      >${labelOf(texts, name, kind)}
      ${presence === 'optional' ? html`<span>${texts.optional}</span>` : nothing}</label
    >
    <input
      id=${name}
      name=${name}
      part="input"
      type=${type}
      autocomplete=${name}
      inputmode=${inputMode ?? nothing}
      enterkeyhint="next"
      autocapitalize=${type === 'email' || name === 'url' ? 'none' : nothing}
      spellcheck="false"
      ?required=${presence === 'required'}
      ?disabled=${isHidden}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${name}-error` : nothing}
    />
    ${name === 'email' ? emailSuggestion(form, texts) : nothing}${errorText(name, error)}
  </div>`;
}

/** Stands there before there is anything to offer, so that what appears in it is read out. */
function emailSuggestion(form: FormController<typeof FormEngine>, texts: FormMessages) {
  const { suggestion } = form;
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
export function tick(name: string, text: string, isHidden = false, error?: string) {
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

/** In an organization's form, a first name is somebody's: "Your first name". */
export function labelOf(texts: FormMessages, name: InputName, kind: MemberKind): string {
  return (kind === 'organization' && texts.contactLabels[name]) || texts.labels[name];
}
