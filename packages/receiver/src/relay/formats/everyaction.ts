import { isOk, objectOf, readFailure, unreadable } from './answers.ts';
import { hasAgreedToUpdates } from './has-agreed.ts';
import { jsonRequest } from './json-request.ts';
import type { RelayFormat } from './relay-format.ts';

/** What it says of somebody who is there already, beside where. */
const FOUND = 302;

/**
 * EveryAction and NGP VAN: `…/v4/people/findOrCreate`. The secret is `application:key|mode`.
 *
 * https://docs.everyaction.com/reference/people
 */
export const everyAction: RelayFormat = {
  request({ submission }, { url, secret = '' }) {
    const { member } = submission;
    const person = {
      firstName: member.givenName,
      ...(member.familyName && { lastName: member.familyName }),
      emails: [
        {
          email: member.email,
          isPreferred: true,
          // Without it nobody who unsubscribed is subscribed again.
          ...(hasAgreedToUpdates(submission) && { isSubscribed: true }),
        },
      ],
      ...(member.telephone && { phones: [{ phoneNumber: member.telephone }] }),
      ...(member.postalCode && {
        addresses: [{ zipOrPostalCode: member.postalCode, countryCode: 'US' }],
      }),
      ...(member.kind === 'organization' && {
        employer: member.name,
        ...(member.jobTitle && { jobTitle: member.jobTitle }),
      }),
    };
    const authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
    return jsonRequest('POST', url, person, { authorization });
  },

  read(answer) {
    const body = objectOf(answer);
    if (isOk(answer) || answer.status === FOUND) {
      return typeof body?.['vanId'] === 'number' ? { outcome: 'accepted' } : unreadable(answer);
    }
    return readFailure(answer, body?.['errors']);
  },
};
