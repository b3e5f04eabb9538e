/** The ways in which an endpoint can be spoken to; the client has a module for each. */
export const formatNames = [
  'json',
  'json-simple',
  'form',
  'formspree',
  'apps-script',
  'zapier',
  'webhook',
  'netlify',
  'salesforce',
  'google-forms',
  'action-network',
  'hubspot',
  'supabase',
  'proca',
  'mailchimp',
] as const;

/** The name of a way to speak to an endpoint. */
export type FormatName = (typeof formatNames)[number];

/** The formats that can say that somebody signed who gave no name; `json` only without fields of its own. */
export const anonymousFormatNames = ['json', 'json-simple'] as const satisfies FormatName[];

/** Whose JSON public counts are. */
export const countsFormatNames = ['counts', 'action-network', 'proca'] as const;

/** The name of a shape of public counts. */
export type CountsFormatName = (typeof countsFormatNames)[number];
