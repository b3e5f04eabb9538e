import type { Submission } from '@pro-kid/contract';
import type { SubmissionRow } from '../store/tables.ts';

type Read = (submission: Submission, row: SubmissionRow) => string | undefined;

const ofMember =
  (key: string): Read =>
  ({ member }) =>
    Reflect.get(member, key) as string | undefined;

const json = (value: object | undefined) =>
  value === undefined || Object.keys(value).length === 0 ? undefined : JSON.stringify(value);

const yesOrNo = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? 'yes' : 'no';

/** The columns of the CSV, in order. The IP address is not among them: nobody needs it there. */
const columns = {
  id: ({ id }) => id,
  receivedAt: (_, row) => row.received_at,
  state: (_, row) => row.state,
  reason: (_, row) => row.reason ?? undefined,
  type: ({ type }) => type,
  campaign: ({ source }) => source.campaign,
  partner: ({ source }) => source.partner,
  kind: ({ member }) => member.kind,
  givenName: ofMember('givenName'),
  familyName: ofMember('familyName'),
  email: ofMember('email'),
  telephone: ofMember('telephone'),
  postalCode: ofMember('postalCode'),
  organization: ofMember('name'),
  url: ofMember('url'),
  jobTitle: ofMember('jobTitle'),
  commitments: ({ pledge }) => pledge?.commitments.join(', '),
  comment: ({ pledge, petition }) => (pledge ?? petition)?.comment,
  showName: ({ pledge, petition }) => yesOrNo((pledge ?? petition)?.showName),
  consents: ({ consents }) =>
    consents.map(({ id, granted }) => `${id}: ${yesOrNo(granted)}`).join(', '),
  answers: ({ answers }) => json(answers),
  language: ({ language }) => language,
  page: ({ source }) => source.page,
  referrer: ({ source }) => source.referrer,
  utm: ({ source }) => json(source.utm),
  parameters: ({ source }) => json(source.parameters),
} satisfies Record<string, Read>;

export const COLUMNS = Object.keys(columns);

/** The cells of a submission, in the order of the columns. */
export function cellsOf(row: SubmissionRow): string[] {
  const submission = JSON.parse(row.body) as Submission;
  return Object.values<Read>(columns).map((read) => read(submission, row) ?? '');
}
