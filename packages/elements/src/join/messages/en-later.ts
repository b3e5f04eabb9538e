import { laterFormEnglish } from '../../form/messages/en-later.ts';
import type { Plural } from '../../messages/pluralize.ts';

/** The texts that the join form needs once it was filled in. */
export const laterEnglish = {
  ...laterFormEnglish,
  thanks: {
    confirmed: {
      title: 'Thank you! You are in.',
      text: "You have joined The Children's Movement of California as Pro-Kid.",
    },
    pending: {
      title: 'One more step',
      text: 'Thank you. Your form is stored. Open the email that you will get, and confirm that it was you.',
    },
    accepted: { title: 'Thank you!', text: 'The sign-up service took your form.' },
    sent: {
      title: 'Sent',
      text: 'Your form was sent. This service does not tell us if it arrived.',
    },
    newTab: {
      title: 'Look at the new tab',
      text: 'Your form was sent. The new tab says if you are in, or what is still to do.',
    },
    duplicate: {
      title: 'You are already in',
      text: 'Thank you for being Pro-Kid. You had joined before.',
    },
  },
  counts: 'So far: {individuals} and {organizations}.',
  individuals: { one: '{count} person', other: '{count} people' } as Plural,
  organizations: { one: '{count} organization', other: '{count} organizations' } as Plural,
};

export type LaterJoinMessages = typeof laterEnglish;
