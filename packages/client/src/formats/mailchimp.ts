import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import { isObject, parseJson } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { chosenFields, type FlatField } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';

/** The merge tags that every audience starts out with. */
const NAMES = { 'given-name': 'FNAME', 'family-name': 'LNAME', email: 'EMAIL', tel: 'PHONE' };

/**
 * A Mailchimp audience, by the address of its sign-up form:
 * `https://{account}.{dc}.list-manage.com/subscribe/post?u={u}&id={id}`. No page may read what that
 * answers, so it opens in a new tab, where Mailchimp itself says what became of it: `sent`.
 *
 * Where the address says `/subscribe/post-json`, its script is asked instead (JSONP): it reaches
 * `confirmed` and `duplicate`, but it runs Mailchimp's code in the page and puts what was typed into
 * an address.
 */
export const mailchimp = namedOnly({
  // It keeps one member for each e-mail address, but a tab that opened once must not open again.
  keepsOnce: false,

  request(submission, endpoint) {
    const url = new URL(endpoint.url);
    const { pathname, searchParams } = url;
    const [isForm, isScript] = /^\/subscribe\/post(-json)?$/.exec(pathname) ?? [];
    const [user, list] = [searchParams.get('u'), searchParams.get('id')];
    if (!isForm || !user || !list) {
      const reason =
        'Mailchimp needs the address of its own form, https://….list-manage.com/subscribe/post?u=…&id=…';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const fields = [...fieldsOf(submission, endpoint), [`b_${user}_${list}`, ''] as const];
    if (!isScript) return { handOff: 'new-tab', url: url.href, fields };
    for (const [name, value] of fields) searchParams.append(name, value);
    return { handOff: 'script', url: url.href, callback: 'c' };
  },

  read({ status, body: text }, submission, endpoint) {
    const body = parseJson(text);
    if (!isObject(body) || typeof body['msg'] !== 'string') {
      return { outcome: 'refused', code: 'unreadable-answer', status };
    }
    const { result, msg } = body as { result: unknown; msg: string };
    return result === 'success'
      ? { outcome: 'confirmed', receipt: { id: submission.id, status: statusOf(msg) } }
      : readError(msg, status, endpoint);
  },
});

/** A permission or a group that is ticked is there; one that is not, is left out. */
function fieldsOf(submission: NamedSubmission, endpoint: Endpoint): FlatField[] {
  return chosenFields(submission, endpoint, NAMES).flatMap(([name, value]): FlatField[] => {
    if (!/^(?:gdpr|group)\[/.test(name)) return [[name, value]];
    if (value === '0') return [];
    return [[name, name.startsWith('gdpr') ? 'Y' : value]];
  });
}

/** Where an audience confirms by e-mail, its message says so. */
const statusOf = (message: string) => (/confirm/i.test(message) ? 'pending' : 'confirmed');

/** Its errors are HTML in the audience's language; these parts were recorded in English. */
function readError(message: string, status: number, endpoint: Endpoint): Outcome {
  if (/already subscribed/i.test(message)) return { outcome: 'duplicate' };
  if (/^captcha$/i.test(message.trim())) return captcha(status, endpoint, hostedForm(endpoint));
  if (/too many/i.test(message)) return { outcome: 'limited' };
  // "0 - …" is about the first field of the audience, which is the e-mail address.
  if (/^0 - /.test(message)) {
    const error = { pointer: '/member/email', code: 'email', detail: undefined };
    return { outcome: 'invalid', errors: [error] };
  }
  return { outcome: 'refused', code: 'rejected', status };
}

/** The form that Mailchimp hosts for the same audience. */
function hostedForm({ url, extra }: Endpoint): string {
  return extra?.['hosted-page'] ?? url.replace(/\/subscribe\/post(?:-json)?\?/, '/subscribe?');
}
