import {
  createSubmissionId,
  deliver,
  isSuccess,
  loadFormat,
  type Endpoint,
  type Outcome,
  type Success,
} from '@pro-kid/client';
import type { Consent, FieldError, Submission, Verdict } from '@pro-kid/contract';
import { ANSWER_NAME, answerRule } from '@pro-kid/contract/rules';
import { DeliveredEvent, FailedEvent, SubmittingEvent } from '../delivery/delivery.events.ts';
import { warn } from '../diagnostics/warn.ts';
import { laterFormStyles } from '../theme/form-later.styles.ts';
import { version } from '../version.ts';
import type { Said } from './check-form.ts';
import { configuredEndpoint } from './configured-endpoint.ts';
import { suggestEmail } from './email-suggestion.ts';
import { webLink } from './web-link.ts';
import type { FormController } from './form-controller.ts';

/** Checks one form and sends it: what its controller needs from the first submit on. */
export class FormDelivery {
  readonly #form: FormController;
  #endpoint: Endpoint | undefined;
  #vetted: unknown[] = [];
  submission: Submission | undefined;
  /** The content of the submission, by which another one is told from it. */
  #written = '';

  constructor(form: FormController) {
    this.#form = form;
    const { host } = form;
    void host.updateComplete.then(() => host.addStyles(laterFormStyles));
  }

  /** Looks at the endpoint when it was set anew. */
  vetEndpoint(): void {
    const { host } = this.#form;
    const { endpoint, format, fields, extra } = host.target;
    const set = [endpoint, format, fields, extra];
    if (host.privacy && !webLink(host.privacy)) {
      const message = `privacy="${host.privacy}" is no web address. Set an https:// address.`;
      warn(host, 'privacy-url', message);
    }
    if (host.deliver || set.every((value, index) => value === this.#vetted[index])) return;
    this.#vetted = set;
    this.#endpoint = configuredEndpoint(host);
    this.#form.canSend = this.#endpoint !== undefined;
    // Its file is there when the visitor sends; if it does not come now, it is asked for again then.
    if (this.#endpoint) void loadFormat(this.#endpoint).catch(() => undefined);
    host.requestUpdate();
  }

  /** Checks the form, asks the page's listeners, sends it, and shows what became of it. */
  async run(signal: AbortSignal): Promise<void> {
    const verdict = this.#check();
    if (!verdict.valid) return this.#settle({ outcome: 'invalid', errors: verdict.errors });

    const form = this.#form;
    form.errors = [];
    const submitting = new SubmittingEvent(form.facts);
    if (!form.host.dispatchEvent(submitting)) return form.set({ status: 'idle' });

    if (form.host.test) return this.#thank({ outcome: 'accepted' });
    form.set({ status: 'sending' });
    const outcome = await this.#deliver(
      this.#write(
        verdict.value,
        // Who gives no name is not described by what the page knows either.
        form.host.isAnonymous ? {} : this.#checkAnswers(submitting.answers),
      ),
      signal,
    );
    if (signal.aborted) form.set({ status: 'idle' });
    else this.#settle(outcome);
  }

  /** Takes away the error at an input that has been mended. */
  recheck(name: string): void {
    const form = this.#form;
    const isHere = ({ pointer }: FieldError) => form.engine!.inputAt(form, pointer) === name;
    const verdict = form.errors.some(isHere) && this.#check();
    const isMended = verdict && (verdict.valid || !verdict.errors.some(isHere));
    if (isMended) form.errors = form.errors.filter((error) => !isHere(error));
  }

  /**
   * Looks for a slip in the e-mail address that was just typed. What appears moves what stands
   * below it, so while a button is held down that waits: the click would miss its target.
   */
  suggestEmail(): void {
    const look = () => {
      this.#form.suggestion = suggestEmail(this.#form.inputs.get('email')?.value ?? '') ?? '';
      this.#form.host.requestUpdate();
    };
    if (!document.querySelector(':active')) return look();
    addEventListener('pointerup', () => setTimeout(look), { once: true });
  }

  #check(): Verdict<Said> {
    return this.#form.engine!.check(this.#form);
  }

  /** The same submission for the same content, so that a retry is no second one. */
  #write(said: Said, added: Record<string, string>): Submission {
    const form = this.#form;
    const { host, options } = form;
    const answers = { ...said.answers, ...added };
    const content = {
      ...said,
      ...(Object.keys(answers).length > 0 && { answers }),
      consents: this.#consents(),
    };
    const written = JSON.stringify(content);
    if (this.#written !== written) {
      this.#written = written;
      this.submission = {
        version: 1,
        id: createSubmissionId(),
        type: options.type,
        ...content,
        source: form.engine!.readSource(host, host.localName, version),
        language: options.language.language,
        submittedAt: new Date().toISOString(),
      };
    }
    return this.submission!;
  }

  /** What the page's listeners added, less what no endpoint would take: that is theirs to mend. */
  #checkAnswers(added: Record<string, unknown>): Record<string, string> {
    const answers: Record<string, string> = {};
    for (const [name, value] of Object.entries(added)) {
      const answer = typeof value === 'string' ? answerRule.normalize(value) : undefined;
      const isFine =
        ANSWER_NAME.test(name) && answer !== undefined && !answerRule.findFault(answer);
      if (isFine) answers[name] = answer;
      else {
        warn(
          this.#form.host,
          'answer',
          `the answer "${name}" was left out. It needs a plain name and a text of at most 4,000 characters.`,
        );
      }
    }
    return answers;
  }

  #consents(): Consent[] {
    const { options, texts, inputs } = this.#form;
    return options.consents(texts).map(({ id, text, language = options.language.language }) => ({
      id,
      granted: inputs.isTicked(`consent-${id}`),
      text,
      language,
    }));
  }

  async #deliver(submission: Submission, signal: AbortSignal): Promise<Outcome> {
    const { deliver: own } = this.#form.host;
    try {
      if (own) return await own(submission, { signal });
    } catch (error) {
      // As for an event listener that throws: the page hears of it, the visitor keeps the form.
      reportError(error);
    }
    if (own || !this.#endpoint) return { outcome: 'unreachable', cause: 'network' };
    return deliver(submission, this.#endpoint, {
      signal,
      handOff: async (...task) => (await import('../delivery/hand-off.ts')).handOff(...task),
    });
  }

  #thank(outcome: Success): void {
    this.#form.set({ status: 'done', outcome });
    void this.#form.focus('thanks');
  }

  #settle(outcome: Outcome): void {
    const form = this.#form;
    const { facts, host } = form;
    const codes = codesOf(outcome);
    if (isSuccess(outcome)) {
      this.#thank(outcome);
      const id = this.submission?.id ?? '';
      const counts = outcome.outcome === 'confirmed' ? outcome.receipt.counts : undefined;
      host.dispatchEvent(new DeliveredEvent({ ...facts, outcome: outcome.outcome, id, counts }));
    } else if (outcome.outcome === 'invalid') {
      form.errors = outcome.errors;
      form.set({ status: 'idle' });
      host.dispatchEvent(new FailedEvent({ ...facts, outcome: outcome.outcome, codes }));
      void form.focus('summary');
    } else {
      const reason = outcome.outcome === 'refused' && outcome.reason;
      if (reason) warn(host, 'configuration', `nothing was sent: ${reason}.`);
      form.fail(outcome, codes);
    }
  }
}

function codesOf(outcome: Outcome): string[] {
  if (outcome.outcome === 'invalid') return outcome.errors.map(({ code }) => code ?? 'other');
  if (outcome.outcome === 'refused') return [outcome.code];
  if (outcome.outcome === 'unreachable') return [outcome.cause];
  return [];
}
