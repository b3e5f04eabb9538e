import { chosenFields } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { blindFormPost } from './urlencoded.ts';

const NAMES = {
  'given-name': 'first_name',
  'family-name': 'last_name',
  email: 'email',
  tel: 'phone',
  'postal-code': 'zip',
  organization: 'company',
  'organization-title': 'title',
  url: 'URL',
};

/**
 * Salesforce Web-to-Lead (`https://webto.salesforce.com/servlet/servlet.WebToLead`); `extra` holds
 * the organization's `oid`. Reaches `sent`: no page may read its answer. A lead needs a last name
 * and a company: a person with one name has it in both places, and a person's company is `company`
 * in `extra`, else "Household".
 */
export const salesforce = namedOnly({
  // Unless the organization has a rule against it, each post is a new lead.
  keepsOnce: false,
  request(submission, endpoint) {
    const oid = endpoint.extra?.['oid'] ?? new URL(endpoint.url).searchParams.get('orgId');
    if (!oid) {
      const reason = 'Salesforce needs the id of your organization: set extra to {"oid":"…"}';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const { company = 'Household', ...extra } = endpoint.extra ?? {};
    const { member } = submission;
    const fields = new Map(chosenFields(submission, { ...endpoint, extra }, NAMES));
    const lastName = endpoint.fields?.['family-name'] ?? NAMES['family-name'];
    if (!fields.has(lastName)) fields.set(lastName, member.givenName);
    if (member.kind === 'individual') fields.set('company', company);
    fields.set('oid', oid);
    return blindFormPost(endpoint.url, [...fields]);
  },
  // Never called: the answer is opaque.
  read: () => ({ outcome: 'sent' }),
});
