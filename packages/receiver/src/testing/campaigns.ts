import { campaign, check, type Campaign } from '@pro-kid/contract';

/** A campaign that asks for all that a campaign can ask for. It is open for November 2026, in UTC. */
export const sampleCampaign: Campaign = {
  id: 'permanent-connections',
  type: 'pledge',
  example: true,
  title: 'A sample pledge',
  statement: ['A sample statement.'],
  commitments: [
    { id: 'share', text: 'Share this page.', required: true },
    { id: 'write', text: 'Write a letter.' },
  ],
  opens: '2026-11-01T00:00:00Z',
  closes: '2026-11-30T23:59:00-08:00',
  timeZone: 'America/Los_Angeles',
  kinds: ['individual'],
  fields: { postalCode: 'required', comment: 'required' },
  custom: [
    { type: 'text', name: 'why', label: 'Why?', required: true },
    {
      type: 'choice',
      name: 'role',
      label: 'Who are you?',
      options: [
        { value: 'parent', label: 'A parent' },
        { value: 'teacher', label: 'A teacher' },
      ],
    },
    {
      type: 'several',
      name: 'topics',
      label: 'What matters to you?',
      options: [
        { value: 'health', label: 'Health' },
        { value: 'school', label: 'School' },
      ],
    },
    { type: 'checkbox', name: 'grown-up', label: 'I am grown up.', required: true },
  ],
  consents: [
    { id: 'terms', text: 'I agree to the terms.', required: true },
    { id: 'updates', text: 'Send me updates.' },
  ],
  privacy: { url: 'https://firststeps.example/privacy', minimumAge: 13, countYounger: true },
};

/** The campaign with changes, and still a valid one. */
export function changedCampaign(changes: Record<string, unknown>): Campaign {
  const verdict = check(campaign, { ...sampleCampaign, ...changes });
  if (!verdict.valid) throw new Error(`No campaign: ${JSON.stringify(verdict.errors)}`);
  return verdict.value;
}
