import { campaignLimits as limits } from '../campaign-limits.ts';
import { countsFormatNames, formatNames } from '../format-names.ts';
import { JSON_POINTER } from '../rules/json-pointer.ts';
import type { FileWords, KeyWords } from './key-words.ts';
import { flag } from './word-shapes.ts';

const WEB_ADDRESS = /^[hH][tT][tT][pP][sS]?:\/\/[^\s\\@/?#]+([/?#][^\s\\]*)?$/;

const address = (description: string): KeyWords => ({
  description,
  expected: 'an address that starts with https://',
  text: { maximum: limits.url, pattern: WEB_ADDRESS },
});

const pointer = (description: string): KeyWords => ({
  description,
  expected: 'a JSON Pointer, such as "/data/total"',
  text: { maximum: limits.value, pattern: JSON_POINTER },
});

const names = (key: string, description: string, each: string): FileWords => ({
  [key]: {
    description,
    expected: `an object of at most ${limits.names} texts by their names`,
    mostKeys: limits.names,
  },
  [`${key}/*`]: {
    description: each,
    expected: `a text of at most ${limits.value} characters`,
    text: { minimum: 0, maximum: limits.value },
  },
});

const oneOf = (all: readonly string[]) =>
  `one of ${all.map((name) => `"${name}"`).join(', ')}`.replace(/, ([^,]*)$/, ' and $1');

/** What each key of a campaign's endpoint is for. */
export const endpointWords: FileWords = {
  '/endpoint': {
    description: 'Where signatures are sent.',
    expected: 'an object with url and format',
  },
  '/endpoint/url': address('The address that takes signatures.'),
  '/endpoint/format': {
    description: 'How to speak to it; "json" if it is absent.',
    expected: oneOf(formatNames),
  },
  ...names(
    '/endpoint/fields',
    'What the service calls our fields.',
    'The name that the service has for the field; an empty one leaves it out.',
  ),
  ...names(
    '/endpoint/extra',
    'What is sent along each time. Everyone can read it: never put a secret there.',
    'The value that is sent along.',
  ),
  ...names(
    '/endpoint/headers',
    'Headers to send along. Everyone can read them: never put a secret there.',
    'The value of the header.',
  ),
  '/endpoint/idempotencyKey': flag('true to send the id as the header Idempotency-Key, too.'),
  '/endpoint/counts': {
    description: 'Where it is read how many have signed.',
    expected: 'an object with url',
  },
  '/endpoint/counts/url': address('The address that answers with counts.'),
  '/endpoint/counts/format': {
    description: 'Whose counts they are; "counts", our own, if it is absent.',
    expected: oneOf(countsFormatNames),
  },
  '/endpoint/counts/map': {
    description: 'Where the figures stand in any other JSON.',
    expected: 'an object with individuals, organizations and asOf',
  },
  '/endpoint/counts/map/individuals': pointer('How many people, or how many in all.'),
  '/endpoint/counts/map/organizations': pointer('How many organizations.'),
  '/endpoint/counts/map/asOf': pointer('When they were counted.'),
};
