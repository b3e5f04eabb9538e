import { isObject, isOk, objectOf, readFailure, unreadable } from './answers.ts';
import { hasAgreedToUpdates } from './has-agreed.ts';
import { jsonRequest } from './json-request.ts';
import type { RelayFormat } from './relay-format.ts';

/**
 * NationBuilder (version 2): `https://{nation}.nationbuilder.com/api/v2/signups/push`, which finds people
 * by their e-mail address. The secret is an access token; `extra` adds attributes.
 */
export const nationBuilder: RelayFormat = {
  request({ submission }, { url, secret = '', extra }) {
    const { member } = submission;
    const attributes = {
      first_name: member.givenName,
      ...(member.familyName && { last_name: member.familyName }),
      email: member.email,
      // A "no" is not told: it would take back what they agreed to elsewhere.
      ...(hasAgreedToUpdates(submission) && { email_opt_in: true }),
      ...(member.telephone && { phone_number: member.telephone }),
      ...(member.postalCode && {
        home_address_attributes: { zip: member.postalCode, country_code: 'US' },
      }),
      ...(member.kind === 'organization' && {
        employer: member.name,
        ...(member.jobTitle && { occupation: member.jobTitle }),
      }),
      ...extra,
    };
    const body = { data: { type: 'signups', attributes } };
    return jsonRequest('PATCH', url, body, { authorization: `Bearer ${secret}` });
  },

  read(answer) {
    const body = objectOf(answer);
    if (!isOk(answer)) return readFailure(answer, body?.['errors']);
    const kept = body?.['data'];
    return isObject(kept) && kept['id'] !== undefined
      ? { outcome: 'accepted' }
      : unreadable(answer);
  },
};
