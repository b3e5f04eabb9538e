import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, individual, organization } from './index.ts';
import {
  emails,
  individualMember,
  names,
  organizationMember,
  postalCodes,
  telephones,
  websites,
} from './testing/index.ts';

const asPerson = (changes: object) => check(individual, { ...individualMember, ...changes });
const asOrganization = (changes: object) =>
  check(organization, { ...organizationMember, ...changes });

describe('a person', () => {
  for (const name of names) {
    it(`may be called ${name.slice(0, 20)}`, () => {
      const verdict = asPerson({ givenName: `  ${name} `, familyName: name });
      assert.ok(verdict.valid);
      assert.equal(verdict.value.givenName, name.normalize('NFC'));
      assert.equal(verdict.value.familyName, name.normalize('NFC'));
    });
  }

  it('may not have a name of more than 255 characters', () => {
    assert.deepEqual(asPerson({ givenName: 'A'.repeat(256) }), {
      valid: false,
      errors: [{ pointer: '/givenName', code: 'too-long' }],
    });
  });

  it('may not have a letter with more marks than any language has', () => {
    const marked = (marks: number) =>
      asPerson({ givenName: `A${'\u0301\u0316'.repeat(marks / 2)}` });
    assert.ok(marked(30).valid);
    assert.deepEqual(marked(32), {
      valid: false,
      errors: [{ pointer: '/givenName', code: 'characters' }],
    });
  });

  it('may write a telephone number in any format', () => {
    for (const telephone of telephones) {
      const verdict = asPerson({ telephone });
      assert.ok(verdict.valid, telephone);
      assert.equal(verdict.value.telephone, telephone);
    }
  });

  for (const value of emails.valid) {
    it(`may use the e-mail address ${value.slice(0, 40)}`, () => {
      assert.ok(asPerson({ email: value }).valid);
    });
  }
  for (const [value, code] of emails.invalid) {
    it(`is told "${code}" for the e-mail address ${JSON.stringify(value.slice(0, 40))}`, () => {
      assert.deepEqual(asPerson({ email: value }), {
        valid: false,
        errors: [{ pointer: '/email', code }],
      });
    });
  }

  for (const [typed, kept] of postalCodes.valid) {
    it(`may type the ZIP code "${typed}", kept as ${kept}`, () => {
      const verdict = asPerson({ postalCode: typed });
      assert.ok(verdict.valid);
      assert.equal(verdict.value.postalCode, kept);
    });
  }
  for (const [typed, code] of postalCodes.invalid) {
    it(`is told "${code}" for the ZIP code "${typed}"`, () => {
      assert.deepEqual(asPerson({ postalCode: typed }), {
        valid: false,
        errors: [{ pointer: '/postalCode', code }],
      });
    });
  }
});

describe('an organization', () => {
  for (const [typed, kept] of websites.valid) {
    it(`may type its website as "${typed}", kept as ${kept}`, () => {
      const verdict = asOrganization({ url: typed });
      assert.ok(verdict.valid);
      assert.equal(verdict.value.url, kept);
    });
  }
  for (const [typed, code] of websites.invalid) {
    it(`is told "${code}" for the website "${typed}"`, () => {
      assert.deepEqual(asOrganization({ url: typed }), {
        valid: false,
        errors: [{ pointer: '/url', code }],
      });
    });
  }

  it('needs somebody who may speak for it', () => {
    for (const authorized of [false, undefined, 'true']) {
      assert.deepEqual(asOrganization({ authorized }), {
        valid: false,
        errors: [{ pointer: '/authorized', code: 'authorized' }],
      });
    }
  });
});
