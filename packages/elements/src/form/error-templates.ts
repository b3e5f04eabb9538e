import { html, type TemplateResult } from 'lit';
import type { FieldError, MemberKind } from '@pro-kid/contract';
import { fill } from '../messages/messages.ts';
import { inputAt, type InputName } from './fields.ts';
import { labelOf } from './form-templates.ts';
import type { FormMessages } from './messages/en.ts';
import type { LaterFormMessages } from './messages/en-later.ts';

type Texts = FormMessages & LaterFormMessages;

/** All errors at once, each leading to its field. */
export function errorSummary(
  texts: Texts,
  kind: MemberKind,
  errors: readonly FieldError[],
  focus: (id: string) => void,
): TemplateResult {
  const link = (error: FieldError) => {
    const name = inputAt(error.pointer);
    const text = errorMessage(texts, kind, error);
    const onClick = (event: Event) => {
      event.preventDefault();
      focus(name ?? '');
    };
    return html`<li>${name ? html`<a href="#${name}" @click=${onClick}>${text}</a>` : text}</li>`;
  };
  return html`<div
    class="notice"
    id="summary"
    part="summary"
    tabindex="-1"
    role="group"
    aria-labelledby="problem"
  >
    <strong id="problem">${texts.errorSummary}</strong>
    <ul>
      ${errors.map(link)}
    </ul>
  </div>`;
}

/** Our own words for a code that we know, else the endpoint's, as plain text. */
export function errorMessage(
  texts: Texts,
  kind: MemberKind,
  { pointer, code, detail }: FieldError,
): string {
  const name: InputName | undefined = inputAt(pointer);
  if (!name) return detail ?? texts.unknownError;
  const { errors } = texts;
  const own = errors[`${name}.${code}`] ?? errors[String(code)] ?? detail ?? errors[name];
  return fill(own ?? errors['other']!, { label: labelOf(texts, name, kind) });
}
