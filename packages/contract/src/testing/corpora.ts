/** Names that real people and groups have; every one must be accepted as it stands (after NFC). */
export const names = [
  'Ana',
  'O',
  "O'Brien",
  'D’Angelo',
  'Núñez',
  'Nu\u0301n\u0303ez',
  'van der Berg',
  'Smith-Jones',
  'Jr.',
  'X Æ A-12',
  'María José',
  'Nguyễn',
  'Ольга',
  '王',
  '佐藤',
  'محمد',
  'עדה',
  'प्रिया',
  'தமிழ்ச்செல்வி',
  'ខ្មែរ',
  'Գրիգոր',
  'Null',
  'Test',
  'A'.repeat(255),
];

/** The WHATWG rule's verdicts. Source of the shapes: the HTML standard, section on valid e-mail addresses. */
export const emails = {
  valid: [
    'ana@example.org',
    'ana.ruiz+kids@example.co.uk',
    "o'brien@example.org",
    'a@b',
    'ana@xn--mller-kva.example',
    'ANA@EXAMPLE.ORG',
    `${'a'.repeat(242)}@example.org`,
  ],
  invalid: [
    ['ana', 'email'],
    ['ana@', 'email'],
    ['@example.org', 'email'],
    ['ana@@example.org', 'email'],
    ['ana ruiz@example.org', 'email'],
    ['ana@-example.org', 'email'],
    ['ana@example..org', 'email'],
    ['ana@exam_ple.org', 'email'],
    ['"ana"@example.org', 'email'],
    ['', 'required'],
    [`${'a'.repeat(243)}@example.org`, 'too-long'],
  ],
} as const;

/** What people type for a US ZIP code, and what is kept. */
export const postalCodes = {
  valid: [
    ['95814', '95814'],
    ['00501', '00501'],
    [' 95814 ', '95814'],
    ['95814-1234', '95814-1234'],
    ['95814 1234', '95814-1234'],
    ['958141234', '95814-1234'],
    ['95814–1234', '95814-1234'],
  ],
  invalid: [
    ['958', 'postal-code'],
    ['9581', 'postal-code'],
    ['958145', 'postal-code'],
    ['SW1A 1AA', 'postal-code'],
    ['   ', 'required'],
  ],
} as const;

/** What people type for a website, and what is kept. */
export const websites = {
  valid: [
    ['firststeps.example', 'https://firststeps.example/'],
    [' www.firststeps.example/about ', 'https://www.firststeps.example/about'],
    ['HTTP://FirstSteps.example', 'http://firststeps.example/'],
    ['https://firststeps.example:8443/x?y=1#z', 'https://firststeps.example:8443/x?y=1#z'],
    ['niños.example', 'https://xn--nios-hqa.example/'],
  ],
  invalid: [
    ['first steps', 'url'],
    ['firststeps', 'url'],
    ['javascript:alert(1)', 'url'],
    ['mailto:ana@example.org', 'url'],
    ['ana@example.org', 'url'],
    ['https://user:secret@firststeps.example', 'url'],
    ['ftp://firststeps.example', 'url'],
    ['https:\\\\firststeps.example', 'url'],
    ['', 'required'],
  ],
} as const;
