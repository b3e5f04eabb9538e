import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, submission as schema, type Submission } from '@pro-kid/contract';
import { individualSubmission, names } from '@pro-kid/contract/testing';
import fc from 'fast-check';
import type { Endpoint } from '../endpoint.ts';
import { chosenFields, flatFields, mappedFields } from './flat-fields.ts';
import type { HandOff } from './format.ts';
import { formatNames, loadFormat } from './load-format.ts';

const line = fc
  .oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }))
  .map((value) =>
    value
      .trim()
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}]/gu, ''),
  )
  .filter((value) => value !== '');
const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [key]: value }));
const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as object);

const contact = merged(
  fc.record({ givenName: line, email: fc.constant('ana@example.org') }),
  optional('familyName', line),
  optional(
    'telephone',
    line.filter((value) => value.length <= 64),
  ),
  optional('postalCode', fc.constantFrom('95814', '00501-1234')),
);
const member = fc.oneof(
  merged(fc.constant({ kind: 'individual' }), contact),
  merged(
    fc.constant({ kind: 'organization', authorized: true }),
    contact,
    fc.record({ name: line }),
    optional('url', fc.constant('https://firststeps.example/')),
    optional('jobTitle', line),
  ),
);
const pledge = fc.record({
  commitments: fc.array(fc.constantFrom('share', 'write')),
  comment: line,
  showName: fc.boolean(),
});
const answers = fc.dictionary(fc.constantFrom('size', 'email', 'heard', 'id', 'constructor'), line);

/** Any valid submission, as far as what people may type goes. */
const submissions: fc.Arbitrary<Submission> = merged(
  fc.constant(individualSubmission),
  fc.record({ member }),
  fc.oneof(fc.constant({ type: 'join' }), fc.record({ type: fc.constant('pledge'), pledge })),
  optional('answers', answers),
  fc
    .boolean()
    .map((granted) => ({ consents: [{ ...individualSubmission.consents[0]!, granted }] })),
).map((value) => value as Submission);

/** An endpoint at which every format can be used. */
const endpoint: Endpoint = {
  url: 'https://service.example/subscribe/post?u=1&id=7',
  fields: { 'given-name': 'entry.1', email: 'entry.2', organization: 'entry.3' },
  extra: { oid: '1', apikey: 'sb_publishable_1', 'form-name': 'join' },
};

function formBody(handOff: HandOff): URLSearchParams {
  assert.ok('fields' in handOff);
  return new URLSearchParams(handOff.fields.map(([name, value]) => [name, value]));
}

describe('any valid submission', () => {
  it('is valid indeed', () => {
    fc.assert(fc.property(submissions, (value) => check(schema, value).valid));
  });

  it('keeps every value when it is written as flat fields, under whatever name', () => {
    fc.assert(
      fc.property(submissions, (value) => {
        const flat = flatFields(value);
        assert.equal(new Set(flat.map(([name]) => name)).size, flat.length);
        const texts = [
          value.member.givenName,
          value.member.email,
          ...Object.values(value.answers ?? {}),
        ];
        for (const text of texts) assert.ok(flat.some(([, written]) => written === text));
        const mapped = mappedFields(value, endpoint);
        assert.equal(mapped.length, flat.length + Object.keys(endpoint.extra!).length);
        const chosen = Object.fromEntries(chosenFields(value, endpoint));
        assert.equal(chosen['entry.1'], value.member.givenName);
      }),
    );
  });

  for (const name of formatNames) {
    it(`is written by the format ${name} without loss of a mapped field, and without a throw`, async () => {
      const format = await loadFormat({ format: name });
      fc.assert(
        fc.property(submissions, (value) => {
          const request = format.request(value, endpoint);
          if ('outcome' in request) {
            assert.equal(name, 'netlify');
            return;
          }
          const body = 'init' in request ? request.init.body : formBody(request);
          const text =
            body instanceof URLSearchParams ? [...body.values()].join('\n') : (body as string);
          const inJson = (part: string) => JSON.stringify(part).slice(1, -1);
          for (const part of [value.member.givenName, value.member.email]) {
            const isThere =
              body instanceof URLSearchParams ? text.includes(part) : text.includes(inJson(part));
            assert.ok(isThere, `${part} in ${text}`);
          }
        }),
      );
    });
  }
});
