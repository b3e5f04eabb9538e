import { html } from 'lit';
import { FormController } from '../form/form-controller.ts';
import { FormElement } from '../form/form-element.ts';
import { consents, kindChoice, memberFields, sending } from '../form/form-templates.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { version } from '../version.ts';
import type { engine as JoinEngine } from './join-engine.ts';
import type { LaterJoinMessages } from './messages/en-later.ts';
import { english, type JoinMessages } from './messages/en.ts';

/**
 * A form with which a visitor joins as Pro-Kid, in their own name or for an organization. It thanks
 * only for what the endpoint acknowledged, and keeps what was typed when that failed.
 *
 * @fires {SubmittingEvent} pro-kid-submit - before a checked form is sent; cancelable
 * @fires {DeliveredEvent} pro-kid-delivered - the visitor is being thanked
 * @fires {FailedEvent} pro-kid-failed - it did not get through, or fields need mending
 * @fires {ReadyEvent} pro-kid-ready - once, when the form can be used
 * @slot - what stands there until the script arrives, or if it never does
 * @slot heading - in place of the heading; bring your own `<h2>`
 * @slot intro - in place of what joining means
 * @slot difference - in place of what an organization's membership means
 * @slot thanks - below our own thanks, which say what is known
 */
export class JoinElement extends FormElement<JoinMessages, LaterJoinMessages> {
  static readonly version = version;

  protected override readonly language = new LanguageController<
    JoinMessages & Partial<LaterJoinMessages>
  >(this, english, { es: async () => (await import('./messages/es.ts')).messages });

  protected override readonly form = new FormController<
    JoinMessages,
    LaterJoinMessages,
    typeof JoinEngine
  >(this, {
    type: 'join',
    language: this.language,
    consents: ({ updates }: JoinMessages) => [{ id: 'updates', text: updates }],
    importEngine: async () => (await import('./join-engine.ts')).engine,
  });

  protected override content() {
    const { form } = this;
    const { state, engine, texts } = form;
    if (state.status === 'done') {
      return engine!.thanks(form, state.outcome, (text) => this.heading(text));
    }
    return html`<slot name="heading">${this.heading(texts.heading)}</slot>
      <slot name="intro"><p class="muted" part="intro">${texts.intro}</p></slot>
      ${this.formAround(
        html`${this.offeredKinds.length > 1 ? kindChoice(form) : ''}
          <details part="difference">
            <summary>${texts.differenceTitle}</summary>
            <slot name="difference"><p>${texts.difference}</p></slot>
          </details>
          ${form.errors.length > 0 ? engine!.errorSummary(form) : ''} ${memberFields(form)}
          ${consents(form)} ${this.behalf()} ${sending(form, texts.submit)}`,
      )}`;
  }
}
