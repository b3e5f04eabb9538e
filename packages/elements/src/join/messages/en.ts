import { formEnglish } from '../../form/messages/en.ts';

/** What the join form shows at first sight. The movement's own words stand here verbatim. */
export const english = {
  ...formEnglish,
  heading: "Join The Children's Movement of California!",
  intro:
    'Joining simply means being identified as "Pro-Kid" and wanting children prioritized in state policymaking. You\'ll also receive updates and information about key kids\' issues and campaigns.',
  differenceTitle: "Joining as an Organization? what's the difference?",
  difference:
    "Both individual and organization members are important to the collective impact of The Children's Movement of California. No matter how you sign up, you'll get all the Movement has to offer. But if you can, please join as an organization.",
  onOwnBehalf: 'You join in your own name.',
  onBehalfOf: 'You join on behalf of {name}.',
  submit: 'Join as Pro-Kid',
};

export type JoinMessages = typeof english;
