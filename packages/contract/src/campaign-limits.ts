/** What a campaign's file may hold at most: texts in UTF-16 code units, lists in entries. */
export const campaignLimits = {
  id: 64,
  title: 200,
  paragraph: 2000,
  paragraphs: 20,
  commitment: 500,
  commitments: 50,
  label: 300,
  hint: 500,
  questions: 20,
  options: 50,
  answer: 4000,
  consent: 4000,
  consents: 10,
  shareText: 280,
  url: 2048,
  steps: 20,
  signatures: 1_000_000_000,
  names: 50,
  value: 255,
  /** In years. */
  minimumAge: 21,
} as const;
