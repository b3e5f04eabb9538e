import type { InputName } from '../fields.ts';

/** The texts that a form shows at first sight. The rest is in `en-later.ts`. */
export const formEnglish = {
  kindLegend: 'Join as',
  kinds: { individual: 'Individual', organization: 'Organization' },
  switchedTo: {
    individual: 'The form now asks for you as a person.',
    organization: 'The form now asks about your organization too.',
  },
  yourOrganization: 'your organization',
  optional: '(optional)',
  labels: {
    organization: 'Organization name',
    url: 'Website',
    'given-name': 'First name',
    'family-name': 'Last name',
    'organization-title': 'Your job title',
    email: 'Email address',
    'postal-code': 'ZIP code',
    tel: 'Phone number',
    authorized: 'I may speak for this organization',
  } as Record<InputName, string>,
  contactLabels: {
    'given-name': 'Your first name',
    'family-name': 'Your last name',
  } as Partial<Record<InputName, string>>,
  updates: "Send me updates and information about key kids' issues and campaigns.",
  suggestion: 'Did you mean',
  sending: 'Sending…',
  retry: 'Try again',
  failed: 'You are not signed up yet',
  offline: 'You seem to be offline, so nothing was sent.',
  kept: 'Everything you typed is still here.',
  privacy: 'Privacy policy (opens in a new tab)',
  unavailable: 'This form is not set up yet.',
};

/** The texts of a form: those of every form, and in whose name each one sends. */
export type FormMessages = typeof formEnglish & {
  onOwnBehalf: string;
  /** With `{name}` of the organization. */
  onBehalfOf: string;
};
