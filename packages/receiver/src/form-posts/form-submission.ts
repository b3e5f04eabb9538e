import { randomUUID } from 'node:crypto';
import type { SubmissionType } from '@pro-kid/contract';
import { isTicked, textOf, type FormFields } from './form-fields.ts';

/** The fields of a member, by the autofill tokens of HTML that a form names them with. */
const memberFields = {
  'given-name': 'givenName',
  'family-name': 'familyName',
  email: 'email',
  tel: 'telephone',
  'postal-code': 'postalCode',
} as const;

const organizationFields = {
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
export function formSubmission(fields: FormFields, page: string | undefined): unknown {
  const type = textOf(fields, 'type') ?? 'join';
  const language = textOf(fields, 'language') ?? 'en';
  return {
    version: 1,
    id: randomUUID(),
    type,
    member: memberOf(fields),
    ...aboutSigning(type, fields),
    answers: answersOf(fields),
    consents: consentIds(fields).map((id) => ({
      id,
      granted: isTicked(fields, `consent-${id}`),
      // A yes without the words it was said to is refused: it would mean nothing.
      text: fields.get(`consent-${id}${WORDS}`)?.[0],
      language,
    })),
    source: {
      campaign: textOf(fields, 'campaign'),
      partner: textOf(fields, 'partner'),
      page,
      ...WIDGET,
    },
    language,
    submittedAt: new Date().toISOString(),
  };
}

/** Several answers to one question stand in one text, as the forms send them. */
function answersOf(fields: FormFields): Record<string, string> | undefined {
  const answers = namesAfter(fields, 'answer-').flatMap((name) => {
    const chosen = fields.get(`answer-${name}`)!.filter((text) => text.trim() !== '');
    return chosen.length > 0 ? [[name, chosen.join(', ')] as const] : [];
  });
  return answers.length > 0 ? Object.fromEntries(answers) : undefined;
}

function memberOf(fields: FormFields): Record<string, unknown> {
  const kind = textOf(fields, 'kind') ?? 'individual';
  // Nobody is asked for their age here, so that nobody signs without a name.
  if (kind === 'anonymous') return { kind: null };
  const named = kind === 'organization' ? { ...memberFields, ...organizationFields } : memberFields;
  const member = Object.entries(named).map(([field, name]) => [name, textOf(fields, field)]);
  return {
    kind,
    ...Object.fromEntries(member),
    ...(kind === 'organization' && { authorized: isTicked(fields, 'authorized') }),
  };
}

function aboutSigning(type: string, fields: FormFields): object {
  const signed = { comment: textOf(fields, 'comment'), showName: isTicked(fields, 'show-name') };
  if (type === ('petition' satisfies SubmissionType)) return { petition: signed };
  if (type !== ('pledge' satisfies SubmissionType)) return {};
  return { pledge: { commitments: fields.get('commitment') ?? [], ...signed } };
}

/** Ends the name of the field that holds the words of a consent. */
const WORDS = '-text';

/** A box that is not ticked is not sent, but its words are. */
const consentIds = (fields: FormFields): string[] => [
  ...new Set(
    namesAfter(fields, 'consent-').map((name) =>
      name.endsWith(WORDS) ? name.slice(0, -WORDS.length) : name,
    ),
  ),
];

/** What follows `start` in the names of fields. */
const namesAfter = (fields: FormFields, start: string): string[] =>
  [...fields.keys()]
    .filter((name) => name.startsWith(start) && name !== start)
    .map((name) => name.slice(start.length));
