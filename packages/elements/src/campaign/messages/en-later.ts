import { laterFormEnglish } from '../../form/messages/en-later.ts';

/** The texts that a campaign's form needs once it was filled in. */
export const laterCampaignEnglish = {
  ...laterFormEnglish,
  failedUnknown: 'We cannot tell if you have signed',
  errors: {
    __proto__: null as never,
    ...laterFormEnglish.errors,
    commitment: 'Tick this box to sign: {label}',
    commitments: 'Choose what you want to pledge',
    consent: 'Tick this box to sign: {label}',
    question: '{label}: answer this question',
    choice: '{label}: choose one',
    several: '{label}: choose at least one',
    checkbox: 'Tick this box: {label}',
    comment: 'Write a few words',
  } as Record<string, string>,
  thanks: {
    confirmed: {
      title: 'Thank you! You have signed.',
      text: 'Your signature is stored and counted.',
    },
    pending: {
      title: 'One more step',
      text: 'Thank you. Your signature is stored. Open the email that you will get, and confirm that it was you.',
    },
    accepted: { title: 'Thank you!', text: 'The sign-up service took your signature.' },
    sent: {
      title: 'Sent',
      text: 'Your signature was sent. This service does not tell us if it arrived.',
    },
    newTab: {
      title: 'Look at the new tab',
      text: 'Your signature was sent. The new tab says if it counts, or what is still to do.',
    },
    duplicate: { title: 'You have signed before', text: 'Thank you. Your signature counts once.' },
    test: {
      title: 'The form works',
      text: 'This is test mode: your answers were checked, and nothing was sent or counted.',
    },
    anonymous: {
      title: 'Thank you! You are counted.',
      text: 'One was added to the count, without your name.',
    },
  },
  next: 'Go on (opens in a new tab)',
  passOn: 'Pass it on',
  joinTitle: 'Join the movement too',
  joinText: 'What you typed goes along, so there is nothing to type again.',
  join: 'Join as Pro-Kid',
};

export type LaterCampaignMessages = typeof laterCampaignEnglish;
