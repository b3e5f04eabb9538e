/** The file is none that can be read. */
export const fileCodes = {
  'too-large': 'Shorten the texts, or make several files of it.',
  'too-deep': 'Take the surplus brackets away.',
  syntax: 'Follow the remedy that it names.',
  duplicate: 'Keep the right one, and take the other away.',
  kind: 'Start from an example (of an issue, of a campaign), or say the kind: `check --kind issue my-file.json`.',
} as const satisfies Record<string, string>;

/** A value is not what it should be. */
export const valueCodes = {
  required: 'Add the key that the error names, or write its value.',
  type: 'Follow the remedy that the error names.',
  unknown: 'Correct it to the key that the error suggests, or take it away.',
  'too-long': 'Shorten it to what the error names.',
  'too-many': 'Take some away.',
  characters: 'Write the text in one line.',
  id: 'Write it like `permanent-connections`.',
  language: 'Write tags such as `"en"`, `"es"` or `"es-MX"`.',
  figure: 'Write `{figure}` once, where the figure stands, in each language.',
  url: 'Copy it from the browser.',
  date: 'Write year, month and day, such as `"2026-11-23"`.',
  number: 'Write a number in the limits that the error names.',
  order: 'Swap them, or correct one.',
  twice: 'Give the second one a name of its own, or take it away.',
  'type-of-campaign': 'Take the key away, or change `type`.',
  name: 'Write it like `shirt-size`.',
  moment:
    'Write the day, the hour and its distance from UTC, such as `"2026-12-31T23:59:00-08:00"`.',
  'time-zone': 'Write the name of a large city in it, such as `"America/Los_Angeles"`.',
  color: 'Write it like `"#b9430b"`.',
  pointer: 'Write the keys that lead there, each after a `/`: `"/data/total"`.',
} as const satisfies Record<string, string>;

/** The file is good, and yet its writer should know. */
export const adviceCodes = {
  'translation-draft':
    'Have it read by somebody who speaks the language well, then take the key `translation` away.',
  'language-missing': 'Add the text in the languages that the warning names.',
  'source-missing': 'If the movement does not state the figure itself, name the source.',
  example: 'Once all texts and figures are yours, take the key `example` away.',
  'long-text':
    'Shorten it, and move the rest into the background of an issue, or the statement of a campaign.',
  markup: 'Write plain text.',
  'test-mode': 'Before you go live, take the key `test` away.',
  closed: 'Write a later moment, unless that is what you want.',
  'goal-reached': 'Add a larger number to `steps`.',
  'counts-unread': 'Open the address in a browser, and compare its figures with the goal.',
  'endpoint-missing': 'Add `endpoint`, unless each page names one.',
  insecure: 'Write the address with `https://`, and see that it answers.',
  'anonymous-format': 'Use one of these formats, or take `countYounger` away.',
  'privacy-missing':
    'Add the address of your notice as `url` in `privacy`, unless each page names one.',
  contrast: 'Make one of the two darker or lighter.',
} as const satisfies Record<string, string>;
