/**
 * The texts of errors and failures, which arrive with the code that needs them. `errors` are looked
 * up by `input.code`, then by the code, then by the input.
 */
export const laterFormEnglish = {
  done: 'Done.',
  errorSummary: 'There is a problem',
  errors: {
    // An endpoint may send any code.
    __proto__: null as never,
    organization: 'Enter the name of your organization',
    url: 'Enter a website address, like example.org',
    'given-name': 'Enter your first name',
    'family-name': 'Enter your last name',
    'organization-title': 'Enter your job title',
    'email.required': 'Enter your email address',
    email: 'Enter an email address with an @ sign, like name@example.org',
    'postal-code.required': 'Enter your ZIP code',
    'postal-code': 'Enter a ZIP code with 5 digits, like 95814',
    tel: 'Enter your phone number',
    authorized: 'Tick the box to say that you may speak for this organization',
    'too-long': '{label}: use fewer characters',
    characters: '{label}: use plain letters, numbers and signs',
    other: '{label}: check your answer',
  } as Record<string, string>,
  unknownError: 'Something in the form was not accepted',
  failures: {
    unknown: 'We could not reach the sign-up service. It may have received your form, or not.',
    timeout: 'The sign-up service did not answer in time. It may have received your form, or not.',
    server: 'The sign-up service had a problem. It may have received your form, or not.',
    limited: 'The sign-up service is busy and did not take your form.',
    refused: 'The sign-up service did not take your form.',
    unclear: 'The sign-up service gave an answer that cannot be read.',
    popupBlocked: 'Your browser did not open the new tab to sign up in. Allow it to open one.',
  },
  failedUnknown: 'We cannot tell if you are signed up',
  retryIn: 'Try again in {wait}.',
  hostedPage: 'Sign up on the service’s own page',
};

export type LaterFormMessages = typeof laterFormEnglish;
