import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, submission } from './index.ts';
import {
  anonymousSubmission,
  individualSubmission,
  invalidSubmissions,
  validSubmissions,
} from './testing/index.ts';

describe('a submission', () => {
  for (const [title, body] of Object.entries(validSubmissions)) {
    it(`is accepted unchanged: ${title}`, () => {
      assert.deepEqual(check(submission, body), { valid: true, value: body });
    });
  }

  it('is accepted from somebody who is counted without a name, and holds nothing about them', () => {
    const named = { kind: 'anonymous', email: 'ana@example.org', givenName: 'Ana' };
    assert.deepEqual(check(submission, { ...anonymousSubmission, member: named }), {
      valid: true,
      value: anonymousSubmission,
    });
  });

  for (const [title, { body, errors }] of Object.entries(invalidSubmissions)) {
    it(`is refused, naming each field once: ${title}`, () => {
      assert.deepEqual(check(submission, body), { valid: false, errors });
    });
  }

  it('says "required" for each missing part of an empty object', () => {
    const verdict = check(submission, {});
    assert.ok(!verdict.valid);
    const pointers = verdict.errors.map(({ pointer }) => pointer);
    for (const part of ['version', 'id', 'type', 'member', 'consents', 'source', 'language']) {
      assert.ok(pointers.includes(`/${part}`), part);
    }
  });

  it('answers with codes only, whatever the body is', () => {
    const codes = ['required', 'type', 'too-long', 'characters', 'email', 'postal-code', 'url'];
    const junk = [undefined, null, 0, '', 'x', true, [], {}, [[]], { kind: 'individual' }];
    const parts = Object.keys(individualSubmission);
    const bodies: unknown[] = [
      ...junk,
      ...parts.flatMap((part) => junk.map((value) => ({ ...individualSubmission, [part]: value }))),
      ...junk.map((value) => ({ ...individualSubmission, answers: value })),
      ...junk.map((value) => ({ ...individualSubmission, consents: [value] })),
      ...junk.map((value) => ({ ...individualSubmission, answers: { heard: value } })),
      ...junk.map((utm) => ({
        ...individualSubmission,
        source: { ...individualSubmission.source, utm },
      })),
    ];
    for (const body of bodies) {
      const verdict = check(submission, body);
      if (verdict.valid) continue;
      for (const { code } of verdict.errors) {
        assert.ok(
          code !== undefined && codes.includes(code),
          `${code} for ${JSON.stringify(body)}`,
        );
      }
    }
  });

  it('drops what it does not know, and never lets a key reach a prototype', () => {
    const hostile = JSON.parse(
      JSON.stringify(individualSubmission).replace(
        '{',
        '{"__proto__":{"polluted":true},"constructor":1,"confirmed":true,"createdAt":"now",',
      ),
    ) as unknown;
    const verdict = check(submission, hostile);
    assert.deepEqual(verdict, { valid: true, value: individualSubmission });
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('refuses answers whose names are no plain identifiers', () => {
    for (const name of ['__proto__', '', 'a b', '<b>']) {
      const body = {
        ...individualSubmission,
        answers: JSON.parse(`{${JSON.stringify(name)}:"x"}`) as unknown,
      };
      const verdict = check(submission, body);
      if (verdict.valid) assert.deepEqual(Object.keys(verdict.value.answers ?? {}), [], name);
      else assert.equal(verdict.errors[0]?.pointer.startsWith('/answers'), true, name);
    }
  });

  it('escapes pointers as RFC 6901 asks', () => {
    const verdict = check(submission, { ...individualSubmission, answers: { 'a/b~c': 'x' } });
    assert.ok(!verdict.valid);
    assert.equal(verdict.errors[0]?.pointer, '/answers/a~1b~0c');
  });
});
