import type { Individual } from '../individual.ts';
import type { Organization } from '../organization.ts';
import type { NamedSubmission, Submission } from '../submission.ts';

/** A person who joins. Frozen: spread it to change it. */
export const individualMember: Individual = Object.freeze({
  kind: 'individual',
  givenName: 'Ana',
  familyName: 'Ruiz',
  email: 'ana@example.org',
  postalCode: '95814',
});

/** An organization that joins. */
export const organizationMember: Organization = Object.freeze({
  kind: 'organization',
  name: 'First Steps',
  url: 'https://firststeps.example/',
  jobTitle: 'Director',
  givenName: 'Ben',
  familyName: 'Okafor',
  email: 'ben@firststeps.example',
  telephone: '+1 (916) 555-0100 ext. 4',
  postalCode: '00501-1234',
  authorized: true,
});

/** A person's submission, whole. */
export const individualSubmission: NamedSubmission = {
  version: 1,
  id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a001',
  type: 'join',
  member: individualMember,
  consents: [
    {
      id: 'updates',
      granted: true,
      text: "Send me updates and information about key kids' issues and campaigns.",
      language: 'en',
    },
  ],
  source: {
    partner: 'first-steps',
    page: 'https://firststeps.example/join',
    referrer: 'https://search.example',
    utm: { source: 'newsletter' },
    widget: 'pro-kid-join',
    widgetVersion: '0.1.0',
  },
  language: 'en',
  submittedAt: '2026-11-23T18:05:00.000Z',
};

/** An organization's submission, whole, in Spanish, without consent. */
export const organizationSubmission: NamedSubmission = {
  ...individualSubmission,
  id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a002',
  member: organizationMember,
  answers: { 'how-you-heard': 'De una vecina.\nEn la feria.' },
  consents: [{ id: 'updates', granted: false, text: 'Quiero recibir novedades.', language: 'es' }],
  language: 'es',
};

/** A person's pledge. */
export const pledgeSubmission: NamedSubmission = {
  ...individualSubmission,
  id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a004',
  type: 'pledge',
  pledge: {
    commitments: ['share', 'write'],
    comment: 'For my kids.\nAll of them.',
    showName: true,
  },
};

/** A signature of an organization under a petition, from a page whose owner named a parameter. */
export const petitionSubmission: NamedSubmission = {
  ...organizationSubmission,
  id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a005',
  type: 'petition',
  petition: { comment: 'Por los niños.', showName: false },
  source: {
    ...organizationSubmission.source,
    campaign: 'sample-petition',
    parameters: { flyer: 'fair-2026' },
    widget: 'pro-kid-petition',
  },
};

/** A pledge of somebody who is counted without a name. */
export const anonymousSubmission: Submission = {
  version: 1,
  id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a006',
  type: 'pledge',
  member: { kind: 'anonymous' },
  pledge: { commitments: ['share'], showName: false },
  consents: [],
  source: { campaign: 'sample-pledge', widget: 'pro-kid-pledge', widgetVersion: '0.1.0' },
  language: 'en',
  submittedAt: '2026-11-23T18:05:00.000Z',
};

/** Submissions that every endpoint must take, by what is special in them. */
export const validSubmissions: Readonly<Record<string, NamedSubmission>> = {
  'a person': individualSubmission,
  'an organization': organizationSubmission,
  'a pledge': pledgeSubmission,
  'a petition': petitionSubmission,
  'a person with one name, and nothing optional': {
    ...individualSubmission,
    id: '6f1f7f0e-6a43-4a53-9f2e-3f2d4bb7a003',
    member: { kind: 'individual', givenName: 'Suharto', email: 'suharto@example.org' },
    consents: [],
    source: { widget: 'pro-kid-join', widgetVersion: '0.1.0' },
  },
};

const withMember = (changes: Record<string, unknown>, base: object = individualMember) => ({
  ...individualSubmission,
  member: { ...base, ...changes },
});

/** Submissions that every endpoint must refuse, and the errors it must name. */
export const invalidSubmissions: Readonly<
  Record<string, { body: unknown; errors: { pointer: string; code: string }[] }>
> = {
  'no e-mail address': {
    body: withMember({ email: undefined }),
    errors: [{ pointer: '/member/email', code: 'required' }],
  },
  'an e-mail address without a domain': {
    body: withMember({ email: 'ana@' }),
    errors: [{ pointer: '/member/email', code: 'email' }],
  },
  'an empty first name and a short ZIP code': {
    body: withMember({ givenName: '  ', postalCode: '958' }),
    errors: [
      { pointer: '/member/givenName', code: 'required' },
      { pointer: '/member/postalCode', code: 'postal-code' },
    ],
  },
  'a line break in a name': {
    body: withMember({ familyName: 'Ruiz\r\nBcc: everyone@example.org' }),
    errors: [{ pointer: '/member/familyName', code: 'characters' }],
  },
  'an organization nobody may speak for': {
    body: withMember({ authorized: false }, organizationMember),
    errors: [{ pointer: '/member/authorized', code: 'authorized' }],
  },
  'an organization whose website is a script': {
    body: withMember({ url: 'javascript:alert(1)' }, organizationMember),
    errors: [{ pointer: '/member/url', code: 'url' }],
  },
  'a member of no known kind': {
    body: withMember({ kind: 'robot' }),
    errors: [{ pointer: '/member/kind', code: 'type' }],
  },
  'a pledge without what is pledged': {
    body: { ...individualSubmission, type: 'pledge' },
    errors: [{ pointer: '/pledge', code: 'required' }],
  },
  'a petition’s part in a pledge': {
    body: { ...pledgeSubmission, petition: { showName: false } },
    errors: [{ pointer: '/petition', code: 'type' }],
  },
  'somebody who joins without a name': {
    body: { ...individualSubmission, member: { kind: 'anonymous' } },
    errors: [{ pointer: '/member/kind', code: 'type' }],
  },
  'a parameter of another name than a plain one': {
    body: {
      ...individualSubmission,
      source: { ...individualSubmission.source, parameters: { 'a b': 'x' } },
    },
    errors: [{ pointer: '/source/parameters/a b', code: 'type' }],
  },
  'more parameters than a source may have': {
    body: {
      ...individualSubmission,
      source: {
        ...individualSubmission.source,
        parameters: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`p${i}`, 'x'])),
      },
    },
    errors: [{ pointer: '/source/parameters', code: 'too-long' }],
  },
  'an id that is no UUID': {
    body: { ...individualSubmission, id: '42' },
    errors: [{ pointer: '/id', code: 'type' }],
  },
  'a consent without its words': {
    body: {
      ...individualSubmission,
      consents: [{ id: 'updates', granted: true, text: '', language: 'en' }],
    },
    errors: [{ pointer: '/consents/0/text', code: 'required' }],
  },
};
