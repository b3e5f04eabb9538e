import type { FieldError } from '@pro-kid/contract';
import { jsonText } from '../json-text.ts';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { mappedFields } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { jsonPost } from './json-post.ts';
import { withoutPerson } from './person-fields.ts';

const MUTATION = `mutation ($page: Int!, $action: ActionInput!, $contact: ContactInput!, $privacy: ConsentInput!, $tracking: TrackingInput) {
  addActionContact(actionPageId: $page, action: $action, contact: $contact, privacy: $privacy, tracking: $tracking) { contactRef }
}`;

/** By its names, however they are joined: `firstName` and `first_name` are both in use. */
const POINTERS: Readonly<Record<string, string>> = {
  firstname: '/member/givenName',
  lastname: '/member/familyName',
  email: '/member/email',
  phone: '/member/telephone',
  postcode: '/member/postalCode',
};

/**
 * Proca (`https://api.proca.app/api?id={actionPageId}`). Reaches `confirmed`, with errors at the
 * fields. Where nothing was asked, its answer is null: always for the lead organization
 * (`leadOptIn`).
 */
export const proca = namedOnly({
  // It keeps each action, and ranks repeats.
  keepsOnce: false,

  request(submission, endpoint) {
    const { actionPageId, ...extra } = endpoint.extra ?? {};
    const page = Number(actionPageId ?? new URL(endpoint.url).searchParams.get('id'));
    if (!Number.isInteger(page) || page <= 0) {
      const reason = 'Proca needs the number of the action page: end the endpoint with ?id=…';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const { member, type, source, consents } = submission;
    const fields = { ...withoutPerson, ...endpoint.fields };
    const custom = mappedFields(submission, { ...endpoint, extra, fields });
    const updates = consents.find(({ id }) => id === 'updates');
    return jsonPost(endpoint.url, {
      query: MUTATION,
      variables: {
        page,
        action: { actionType: type, customFields: jsonText(Object.fromEntries(custom)) },
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
        privacy: { optIn: updates?.granted ?? null },
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
    // In the message, or only in a code beside it (`bad_captcha`).
    if (/captcha/i.test(JSON.stringify(errors))) {
      return captcha(answer.status, endpoint);
    }
    const fieldErrors = errors.flatMap(fieldError);
    if (fieldErrors.length > 0) return { outcome: 'invalid', errors: fieldErrors };
    const data = isObject(body['data']) ? body['data']['addActionContact'] : undefined;
    return errors.length === 0 && isObject(data) && data['contactRef']
      ? { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } }
      : { outcome: 'refused', code: 'rejected', status: answer.status };
  },
});

/** The last part of an error's path is the field. */
function fieldError({ path, message }: Record<string, unknown>): FieldError[] {
  const last = Array.isArray(path) ? String(path.at(-1)).replaceAll('_', '').toLowerCase() : '';
  const pointer = Object.hasOwn(POINTERS, last) ? POINTERS[last] : undefined;
  const detail = typeof message === 'string' ? message.replace(/^\w+: /, '') : undefined;
  return pointer ? [{ pointer, code: undefined, detail }] : [];
}
