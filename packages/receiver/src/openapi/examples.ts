import type { Counts, Receipt, Submission } from '@pro-kid/contract';

/** Submissions of each kind of sender, by what they are. */
export const submissionExamples = {
  'a-person-joins': {
    version: 1,
    id: '0b9f7c1e-52b4-4c0e-9d43-0d7a5f0f3c01',
    type: 'join',
    member: {
      kind: 'individual',
      givenName: 'Ana',
      familyName: 'Ruiz',
      email: 'ana@example.org',
      postalCode: '95814',
    },
    consents: [{ id: 'updates', granted: true, text: 'Send me updates.', language: 'en' }],
    source: {
      page: 'https://your-site.example/join',
      widget: 'pro-kid-join',
      widgetVersion: '1.0.0',
    },
    language: 'en',
    submittedAt: '2026-11-23T18:05:00.000Z',
  },
  'an-organization-pledges': {
    version: 1,
    id: '0b9f7c1e-52b4-4c0e-9d43-0d7a5f0f3c02',
    type: 'pledge',
    member: {
      kind: 'organization',
      name: 'A sample organization',
      givenName: 'Ben',
      familyName: 'Okafor',
      email: 'ben@example.org',
      authorized: true,
    },
    pledge: { commitments: ['share'], showName: true },
    consents: [],
    source: { campaign: 'a-sample-pledge', widget: 'pro-kid-pledge', widgetVersion: '1.0.0' },
    language: 'en',
    submittedAt: '2026-11-23T18:06:00.000Z',
  },
  'somebody-signs-without-a-name': {
    version: 1,
    id: '0b9f7c1e-52b4-4c0e-9d43-0d7a5f0f3c03',
    type: 'petition',
    member: { kind: 'anonymous' },
    petition: { showName: false },
    consents: [],
    source: { campaign: 'a-sample-petition', widget: 'pro-kid-petition', widgetVersion: '1.0.0' },
    language: 'es',
    submittedAt: '2026-11-23T18:07:00.000Z',
  },
} satisfies Record<string, Submission>;

export const countsExample: Counts = {
  individuals: 1,
  organizations: 0,
  asOf: '2026-11-23T18:05:00.000Z',
};

export const receiptExample: Receipt = {
  id: submissionExamples['a-person-joins'].id,
  status: 'confirmed',
  counts: countsExample,
};
