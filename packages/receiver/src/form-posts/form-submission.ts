import { randomUUID } from 'node:crypto';
import type { SubmissionType } from '@pro-kid/contract';

/** The fields of a member, by the autofill tokens of HTML that a form names them with. */
export const memberFields = {
  'given-name': 'givenName',
  'family-name': 'familyName',
  email: 'email',
  tel: 'telephone',
  'postal-code': 'postalCode',
} as const;

export const organizationFields = {
  organization: 'name',
  url: 'url',
  'organization-title': 'jobTitle',
} as const;

/** What `source.widget` says of a form without script. */
const WIDGET = { widget: 'form', widgetVersion: '1' };

/**
 * The submission that the fields of a plain form make, still to be checked. A field that stays empty is
 * none, as a browser sends every text field. Fields that are not known are left out.
 *
 * @param page the page that the form is on, as far as the browser tells: its origin and path.
 */
export function formSubmission(fields: URLSearchParams, page: string | undefined): unknown {
  const type = given(fields, 'type') ?? 'join';
  const language = given(fields, 'language') ?? 'en';
  return {
    version: 1,
    id: randomUUID(),
    type,
    member: memberOf(fields),
    ...aboutSigning(type, fields),
    answers: answersOf(fields),
    consents: named(fields, 'consent-', '-text').map((id) => ({
      id,
      granted: fields.has(`consent-${id}`),
      text: fields.get(`consent-${id}-text`),
      language,
    })),
    source: {
      campaign: given(fields, 'campaign'),
      partner: given(fields, 'partner'),
      page,
      ...WIDGET,
    },
    language,
    submittedAt: new Date().toISOString(),
  };
}

/** Several answers to one question stand in one text, as the forms send them. */
function answersOf(fields: URLSearchParams): Record<string, string> | undefined {
  const answers = named(fields, 'answer-').flatMap((name) => {
    const chosen = fields.getAll(`answer-${name}`).filter((text) => text.trim() !== '');
    return chosen.length > 0 ? [[name, chosen.join(', ')] as const] : [];
  });
  return answers.length > 0 ? Object.fromEntries(answers) : undefined;
}

function memberOf(fields: URLSearchParams): Record<string, unknown> {
  const kind = given(fields, 'kind') ?? 'individual';
  const named = kind === 'organization' ? { ...memberFields, ...organizationFields } : memberFields;
  const member = Object.entries(named).map(([field, name]) => [name, given(fields, field)]);
  return {
    kind,
    ...Object.fromEntries(member),
    ...(kind === 'organization' && { authorized: fields.has('authorized') }),
  };
}

function aboutSigning(type: string, fields: URLSearchParams): object {
  const signed = { comment: given(fields, 'comment'), showName: fields.has('show-name') };
  if (type === ('petition' satisfies SubmissionType)) return { petition: signed };
  if (type !== ('pledge' satisfies SubmissionType)) return {};
  return { pledge: { commitments: fields.getAll('commitment'), ...signed } };
}

const given = (fields: URLSearchParams, name: string): string | undefined =>
  fields.get(name)?.trim() || undefined;

/** What stands between `start` and `end` in the names of fields. */
function named(fields: URLSearchParams, start: string, end = ''): string[] {
  const names = new Set(fields.keys());
  return [...names]
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => name.slice(start.length, name.length - end.length))
    .filter((name) => name !== '');
}
