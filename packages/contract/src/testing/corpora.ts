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
  'ʻAkaʻula',
  'Łukasz',
  'İpek',
  'Þór',
  'N’Golo',
  "van 't Hoff",
  '김',
  'น้ำ',
  'ཀྲྀ',
  'Tha\u0300nh Nguye\u0302\u0303n',
  'Keihanaikukauakahihuliheekahaunaele',
  'Ben "Bo" Lee, Jr.',
  'Room 4 & Friends (K-5)',
  '4 Kids!',
  'Null',
  'Test',
  'A'.repeat(255),
];

/**
 * The WHATWG rule's verdicts. Source of the shapes: the HTML standard, section on valid e-mail addresses.
 * Unlike RFC 5321, it takes dots at any place in the name, and neither a name in quotation marks nor an
 * IP address for a domain: nobody types these into a form.
 */
export const emails = {
  valid: [
    'ana@example.org',
    'ana.ruiz+kids@example.co.uk',
    "o'brien@example.org",
    'a@b',
    'ana@xn--mller-kva.example',
    'ANA@EXAMPLE.ORG',
    '.ana..ruiz.@example.org',
    "a!#$%&'*+/=?^_`{|}~-b@example.org",
    '1@1.example',
    `ana@${'a'.repeat(63)}.org`,
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
    ['ana@[192.0.2.1]', 'email'],
    ['ana@example.org.', 'email'],
    ['ana@example-.org', 'email'],
    [`ana@${'a'.repeat(64)}.org`, 'email'],
    ['ána@example.org', 'email'],
    ['ana@niños.example', 'email'],
    ['Ana <ana@example.org>', 'email'],
    ['ana(home)@example.org', 'email'],
    ['ana@example.org, ben@example.org', 'email'],
    ['ana@example.org\r\nBcc: ben@example.org', 'email'],
    ['ana\u0000@example.org', 'email'],
    ['', 'required'],
    [`${'a'.repeat(243)}@example.org`, 'too-long'],
  ],
} as const;

/** Telephone numbers as people write them; every one must be accepted as it stands. */
export const telephones = [
  '9165550100',
  '(916) 555-0100',
  '916.555.0100',
  '+1 916 555 0100',
  '1-916-555-0100',
  '+52 55 5555 0100',
  '00 44 20 7946 0000',
  '555-0100 x4',
  '555-0100 ext. 4 (evenings)',
  '1-800-555-KIDS',
  '٠١٢٣٤٥٦٧٨٩',
];

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
    ['95814-12', 'postal-code'],
    ['９５８１４', 'postal-code'],
    ['95814a', 'postal-code'],
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
