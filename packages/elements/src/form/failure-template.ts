import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../messages/messages.ts';
import type { Failure, FormController } from './form-controller.ts';
import type { LaterFormMessages } from './messages/en-later.ts';
import type { FormMessages } from './messages/en.ts';
import { webLink } from './web-link.ts';

type Texts = FormMessages & LaterFormMessages;

/** What happened, as far as it is known, and what to do. */
export function failureText(form: FormController, failure: Failure): TemplateResult {
  const { allTexts: texts, options } = form;
  const page = failure.outcome === 'refused' && webLink(failure.hostedPage);
  return html`${whatHappened(texts, failure)}
  ${
    failure.outcome === 'limited' && failure.retryAfter
      ? fill(texts.retryIn, { wait: duration(options.language.locale, failure.retryAfter) })
      : nothing
  }
  ${page ? html`<a href=${page} target="_blank" rel="noopener">${texts.hostedPage}</a>` : nothing}`;
}

/** Whether it is certain that nobody has signed up. */
export function failureTitle(texts: Texts, failure: Failure): string {
  const isCertain =
    failure.outcome === 'unreachable' ? failure.cause === 'offline' : !isUnclear(failure);
  return isCertain ? texts.failed : texts.failedUnknown;
}

function whatHappened({ offline, failures }: Texts, failure: Failure): string {
  if (failure.outcome === 'limited') return failures.limited;
  if (failure.outcome === 'refused') {
    if (failure.code === 'popup-blocked') return failures.popupBlocked;
    return isUnclear(failure) ? failures.unclear : failures.refused;
  }
  const { cause } = failure;
  if (cause === 'offline') return offline;
  return cause === 'timeout' || cause === 'server' ? failures[cause] : failures.unknown;
}

const isUnclear = (failure: Failure) =>
  failure.outcome === 'refused' &&
  (failure.code === 'unreadable-answer' || failure.code === 'redirected');

/** "45 seconds", or "2 minutes" from 90 seconds up, as the language writes it. */
function duration(language: string, seconds: number): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
