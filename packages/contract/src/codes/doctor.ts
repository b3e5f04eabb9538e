/** What `<pro-kid-doctor>` finds on a page and no element says itself, each with what to do. */
export const doctorCodes = {
  'no-widget': 'Put the snippet on the page, or open the page that has it.',
  'script-missing': 'Add the script line of the snippet to the page.',
  'script-failed':
    'Open the address of the script in your browser, and see that the file is there.',
  'script-type': 'Write `type="module"` into the script line.',
  'script-blocked': 'Tell your consent tool that this script needs no consent.',
  'script-twice': 'Keep one of the script lines.',
  'two-versions': 'Replace all files in the folder at once, so that they are of one version.',
  'file-page': 'Put the page on a web server, or start one on your own computer.',
  'http-page': 'Serve the page over `https://`.',
  'mixed-content': 'Write the address with `https://`.',
  'base-href': 'Write relative addresses as whole ones, with `https://`.',
  sandbox: 'Add the words that the finding names to `sandbox` of the frame.',
  'privacy-missing': 'Set `privacy` to the address of your privacy policy.',
  'fallback-missing': 'Write between the tags how else people can reach you.',
  'integrity-missing': 'Add a checksum, if you want the browser to refuse a changed file.',
  'no-room': 'Add the `style` of the snippet, which keeps room for the widget.',
  'page-jumped': 'Raise the `min-height` in the `style` of the snippet.',
  contrast: 'Make one of the two colors darker or lighter.',
  policy: 'Allow the address in your content security policy.',
  'root-size': 'Nothing, unless you set `--pro-kid-font-size` in `rem`.',
  'endpoint-unreachable': 'Check the address, and that the service runs.',
  'endpoint-cors': 'Allow your site at the service: this is called CORS.',
  'endpoint-status': 'Check the path of the address, and ask whoever runs the service.',
  'endpoint-took-it': 'Have the service refuse what is no sign-up, and delete the test.',
  'endpoint-untested': 'Send a sign-up of your own, and see that it is there.',
} as const satisfies Record<string, string>;

/** Ends a line of the doctor, as `doctor/script-missing`. */
export type DoctorCode = keyof typeof doctorCodes;
