import type { FieldError, NamedSubmission } from '@pro-kid/contract';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { mappedFields } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { jsonPost } from './json-post.ts';
import { withoutPerson } from './person-fields.ts';

/** Where a person's properties came from. */
const POINTERS: Readonly<Record<string, string>> = {
  given_name: '/member/givenName',
  family_name: '/member/familyName',
  email_addresses: '/member/email',
  phone_numbers: '/member/telephone',
  postal_addresses: '/member/postalCode',
};

/**
 * Action Network (OSDI v2) without a key: a form's `…/submissions` or a petition's `…/signatures`.
 * Reaches `accepted`: its answer to pages is `{}`, whatever became of it.
 *
 * `fields` renames custom fields; `add_tags` in `extra` lists tags that exist there, with commas.
 */
export const actionNetwork = namedOnly({
  // It merges by e-mail address: the same person again changes nothing.
  keepsOnce: true,

  request(submission, endpoint) {
    const { add_tags: tags, ...extra } = endpoint.extra ?? {};
    const fields = { ...withoutPerson, comment: '', ...endpoint.fields };
    const { comment } = submission.pledge ?? submission.petition ?? {};
    const custom = mappedFields(submission, { ...endpoint, extra, fields });
    return jsonPost(endpoint.url, {
      person: { ...personOf(submission), custom_fields: Object.fromEntries(custom) },
      ...(tags && { add_tags: tags.split(',').map((tag) => tag.trim()) }),
      ...(comment && { comments: comment }),
      'action_network:referrer_data': {
        source: submission.source.partner ?? submission.source.utm?.source ?? '',
        website: submission.source.page ?? '',
      },
    });
  },

  read(answer) {
    const body = parseJson(answer.body);
    const errors = isObject(body) ? osdiErrors(body['osdi:error']) : [];
    if (errors.length > 0) return { outcome: 'invalid', errors };
    if (!isOk(answer)) return readFailure(answer);
    return isObject(body)
      ? { outcome: 'accepted' }
      : { outcome: 'refused', code: 'unreadable-answer', status: answer.status };
  },
});

function personOf({ member, consents, language }: NamedSubmission) {
  const isGranted = consents.some(({ id, granted }) => id === 'updates' && granted);
  return {
    given_name: member.givenName,
    ...(member.familyName && { family_name: member.familyName }),
    // Without a status nobody who unsubscribed is subscribed again.
    email_addresses: [{ address: member.email, ...(isGranted && { status: 'subscribed' }) }],
    ...(member.telephone && { phone_numbers: [{ number: member.telephone }] }),
    ...(member.postalCode && {
      postal_addresses: [{ postal_code: member.postalCode, country: 'US' }],
    }),
    ...(member.kind === 'organization' && {
      employer: member.name,
      ...(member.jobTitle && { work_title: member.jobTitle }),
    }),
    languages_spoken: [language],
  };
}

/** The wrong fields of an OSDI error, in either of the two spellings in use. */
function osdiErrors(error: unknown): FieldError[] {
  if (!isObject(error) || !Array.isArray(error['resource_status'])) return [];
  return error['resource_status'].filter(isObject).flatMap((resource) => {
    const described = resource['error_descriptions'] ?? resource['errors'];
    return (Array.isArray(described) ? described : []).filter(isObject).flatMap((each) => {
      const { properties, description } = each;
      return (Array.isArray(properties) ? properties : []).map((property) => ({
        pointer: POINTERS[String(property).split(/[.[]/)[0]!] ?? '',
        code: undefined,
        detail: typeof description === 'string' ? description : undefined,
      }));
    });
  });
}
