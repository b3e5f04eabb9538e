/** The texts that a campaign's file calls for, which arrive with what shows it. */
export const fileEnglish = {
  example: 'Example. This is no real campaign.',
  to: 'To',
  ask: 'We ask',
  required: '(required)',
  showName: 'Show my name in public',
  closesOn: 'Open until {date}.',
  opensOn: 'You can sign from {date} on.',
  notYetOpen: 'Not open yet',
  closed: 'Closed',
  closedOn: 'This campaign ended on {date}. Nobody can sign any more.',
  reached: 'The goal is reached. You can still sign.',
  signed: 'You have signed',
  signedHere: 'You signed this on this page already. Thank you.',
  signAgain: 'Sign for another person',
  birthYear: 'What year were you born?',
  wrongYear: 'Enter the year you were born, with 4 digits',
  goOn: 'Continue',
  younger: 'Thank you for caring',
  youngerText:
    'You are too young to sign here, so we do not ask who you are. Nothing was sent, and what you entered is not kept.',
  countMe: 'Count me without my name',
  countMeText: 'That adds one to the count. It does not say who you are.',
};

export type FileMessages = typeof fileEnglish;
