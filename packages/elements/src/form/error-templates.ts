import { html, type TemplateResult } from 'lit';
import type { FieldError } from '@pro-kid/contract';
import { fill } from '../messages/messages.ts';
import { inputAt } from './check-form.ts';
import type { InputName } from './fields.ts';
import type { FormController } from './form-controller.ts';
import { labelOf } from './form-templates.ts';

/** All errors at once, each leading to its field. */
export function errorSummary(form: FormController): TemplateResult {
  const item = (error: FieldError) => {
    const { inputAt, errorMessage } = form.engine!;
    const name = inputAt(form, error.pointer);
    const text = errorMessage(form, error);
    const onClick = (event: Event) => {
      event.preventDefault();
      void form.focus(name!);
    };
    return html`<li>${name ? html`<a href="#${name}" @click=${onClick}>${text}</a>` : text}</li>`;
  };
  return html`<div
    class="notice"
    id="summary"
    part="summary"
    role="group"
    tabindex="-1"
    aria-labelledby="problem"
  >
    <strong id="problem">${form.allTexts.errorSummary}</strong>
    <ul>
      ${form.errors.map(item)}
    </ul>
  </div>`;
}

/** Our own words for a code that we know, else the endpoint's, as plain text. */
export function errorMessage(form: FormController, { pointer, code, detail }: FieldError): string {
  const { errors, unknownError } = form.allTexts;
  const name = inputAt(form, pointer);
  if (!name) return detail ?? unknownError;
  const text = errors[`${name}.${code}`] ?? errors[String(code)] ?? detail ?? errors[name];
  return fill(text ?? errors['other']!, { label: labelOf(form, name as InputName) });
}
