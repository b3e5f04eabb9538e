/** What an element or the loader tells the integrator on the console, each with what to do. */
export const warningCodes = {
  'no-endpoint':
    'Set the attribute `endpoint` to the address of your sign-up service, or set the property `deliver`.',
  'endpoint-syntax': 'Copy the address again, such as `https://sign-up.example/submissions`.',
  'endpoint-scheme': 'Use the `https://` address of your sign-up service.',
  'endpoint-credentials': 'Take it out, and change the password, since it was on a public page.',
  'insecure-endpoint': 'Serve the page and the endpoint over `https://`.',
  format:
    'Check the spelling against the list of formats, or take the attribute away: the form then speaks our own format.',
  'format-settings':
    'Write it like `fields=\'{"given-name":"FNAME","email":"EMAIL"}\'`, with single quotes around the whole.',
  configuration: 'Change what the message names, then try a sign-up of your own.',
  'privacy-url': 'Set it to an address such as `https://your-site.example/privacy`.',
  answer:
    'In your listener for `pro-kid-submit`, give each answer a plain name (a letter first, then letters, digits, `_`, `.` or `-`, at most 64 in all) and a text of at most 4,000 characters.',
  'no-issue': 'Set `issue` or `src`, or write a heading between the tags.',
  'issue-unknown': 'Correct the id.',
  'issue-unreachable': 'Open the address in your browser.',
  'issue-invalid': 'Correct each place.',
  'action-href': 'Set it to an address such as `https://your-site.example/join`, or `/join`.',
  'for-target': 'Give the form that `id`, such as `<pro-kid-join id="join">` with `for="join"`.',
  'language-failed':
    'Put the folder `languages` beside the script, with all its files of the same version.',
  'deck-unreachable': 'Open the address in a browser.',
  'deck-invalid': 'Mend the places that the message names.',
  'no-counts':
    "Set `counts` to the address of public counts, `src` to that of a campaign's file, or `value` to a number.",
  'counts-url': 'Set one that starts with `https://`, or one on your own site.',
  'counts-format': 'Set it to `counts`, `action-network` or `proca`, or take it away.',
  'counts-unreachable': 'Open the address in your browser.',
  number: 'Write it in digits alone, without commas, such as `goal="2000"`.',
  'campaign-unreachable': 'Open the address in your browser.',
  'campaign-invalid': 'Run `npx @pro-kid/contract check my-campaign.json`.',
  'campaign-type': 'Use the tag that the message names, or correct `type` in the file.',
  'share-url': 'Set it to an address such as `https://your-site.example/pledge`.',
  'code-failed': 'Put the file `share/code.js` beside the script, of the same version.',
  'tag-taken': 'Load one version of the widgets on a page.',
  'frame-height': 'Take heights in `vh` or `%` out of what stands in the page for frames.',
  'frame-option':
    'Take it out of the address, or set it in the template: a link sets `partner`, `kind`, `lang`, `theme` and `scheme`.',
  'frame-page':
    'Add each address that the message names to the page for frames, in its `pro-kid-frame-ancestors`.',
  'frame-sandbox': 'Add `allow-same-origin` to the `sandbox` of the frame.',
  'frame-template': 'Write a template with that `id`, or correct what follows `#`.',
  'trusted-types':
    "Add `lit-html` and `'allow-duplicates'` to `trusted-types` in the policy of the page.",
  'load-failed': 'Check that all files of this version lie beside `loader.js`.',
} as const satisfies Record<string, string>;

/** Ends a warning on the console, as `[pro-kid/no-endpoint]`. */
export type WarningCode = keyof typeof warningCodes;
