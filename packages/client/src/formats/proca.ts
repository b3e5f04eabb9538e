import type { FieldError } from '@pro-kid/contract';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { flatFields } from './flat-fields.ts';
import type { Format } from './format.ts';
import { jsonPost } from './json-post.ts';

const MUTATION = `mutation ($page: Int!, $action: ActionInput!, $contact: ContactInput!, $privacy: ConsentInput!, $tracking: TrackingInput) {
  addActionContact(actionPageId: $page, action: $action, contact: $contact, privacy: $privacy, tracking: $tracking) { contactRef }
}`;

/** What a contact of Proca has places of its own for. */
const IN_CONTACT = new Set(['given-name', 'family-name', 'email', 'tel', 'postal-code']);

const POINTERS: Readonly<Record<string, string>> = {
  firstName: '/member/givenName',
  lastName: '/member/familyName',
  email: '/member/email',
  phone: '/member/telephone',
  postcode: '/member/postalCode',
};

/**
 * Proca (`https://api.proca.app/api?id={actionPageId}`). Reaches `confirmed`, with errors at the
 * fields. The partner is asked for consent, the lead organization is not (`leadOptIn` stays null).
 */
export const proca: Format = {
  // It keeps each action, and ranks repeats.
  keepsOnce: false,

  request(submission, endpoint) {
    const page = Number(
      endpoint.extra?.['actionPageId'] ?? new URL(endpoint.url).searchParams.get('id'),
    );
    if (!Number.isInteger(page) || page <= 0) {
      const reason = 'Proca needs the number of the action page: end the endpoint with ?id=…';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const { member, type, source, consents } = submission;
    const custom = flatFields(submission).filter(([name]) => !IN_CONTACT.has(name));
    return jsonPost(endpoint.url, {
      query: MUTATION,
      variables: {
        page,
        action: { actionType: type, customFields: JSON.stringify(Object.fromEntries(custom)) },
        contact: {
          firstName: member.givenName,
          lastName: member.familyName ?? '',
          email: member.email,
          ...(member.telephone && { phone: member.telephone }),
          address: {
            country: 'US',
            ...(member.postalCode && { postcode: member.postalCode }),
          },
        },
        privacy: { optIn: consents.some(({ id, granted }) => id === 'updates' && granted) },
        tracking: {
          source: source.utm?.source ?? 'unknown',
          medium: source.utm?.medium ?? 'unknown',
          campaign: source.utm?.campaign ?? source.campaign ?? 'unknown',
          content: source.utm?.content ?? '',
          location: source.page ?? '',
        },
      },
    });
  },

  read(answer, submission, endpoint) {
    if (!isOk(answer)) return readFailure(answer);
    const body = parseJson(answer.body);
    if (!isObject(body)) {
      return { outcome: 'refused', code: 'unreadable-answer', status: answer.status };
    }
    const errors = Array.isArray(body['errors']) ? body['errors'].filter(isObject) : [];
    if (errors.some(({ message }) => /captcha/i.test(String(message)))) {
      return captcha(answer.status, endpoint);
    }
    const fieldErrors = errors.flatMap(fieldError);
    if (fieldErrors.length > 0) return { outcome: 'invalid', errors: fieldErrors };
    const data = isObject(body['data']) ? body['data']['addActionContact'] : undefined;
    return errors.length === 0 && isObject(data) && data['contactRef']
      ? { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } }
      : { outcome: 'refused', code: 'rejected', status: answer.status };
  },
};

/** The last part of an error's path is the field. */
function fieldError({ path, message }: Record<string, unknown>): FieldError[] {
  const pointer = Array.isArray(path) ? POINTERS[String(path.at(-1))] : undefined;
  const detail = typeof message === 'string' ? message.replace(/^\w+: /, '') : undefined;
  return pointer ? [{ pointer, code: undefined, detail }] : [];
}
