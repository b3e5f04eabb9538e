/** Why a service did not take a submission, each with what the integrator can do. */
export const refusalCodes = {
  status: 'Look up what the status means in the pages of your service.',
  redirected: 'Set the endpoint to the address that the service redirects to.',
  'unreadable-answer':
    'Check that the endpoint is the address of the service, and the format its own.',
  rejected: 'Read the answer in the browser’s developer tools, under “Network”.',
  captcha: 'Turn the puzzle off at your service, or set the address of its own page.',
  'popup-blocked': 'Nothing: the visitor reads how to go on.',
  configuration: 'Change what the message on the console names, then try a sign-up of your own.',
} as const satisfies Record<string, string>;

/** Why nobody knows if a submission arrived, each with what the integrator can do. */
export const causeCodes = {
  offline: 'Nothing: the visitor reads that nothing was sent.',
  network: 'Check the endpoint, and that the service allows your site (CORS).',
  timeout: 'See why your service needs more than 12 seconds.',
  cut: 'Look for a proxy or a firewall that ends answers early.',
  server: 'Look at the log of your service.',
  aborted: 'Nothing: the form was reset, or taken out of the page.',
} as const satisfies Record<string, string>;

/** What is wrong with one field of a submission, each with what makes it right. */
export const fieldCodes = {
  required: 'Fill it in.',
  type: 'Send the type that the contract names.',
  'too-long': 'Shorten it.',
  characters: 'Take out what is no character of a text.',
  email: 'Write an address such as `ana@example.org`.',
  'postal-code': 'Write five digits, or five and four.',
  url: 'Write a website such as `example.org`.',
  authorized: 'Have somebody say that they may speak for the organization.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalCodes;
export type CauseCode = keyof typeof causeCodes;
export type FieldCode = keyof typeof fieldCodes;
