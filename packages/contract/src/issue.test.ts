import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, issue } from './index.ts';
import { invalidIssues, sampleIssue, validIssues } from './testing/index.ts';

describe('an issue', () => {
  for (const [title, value] of Object.entries(validIssues)) {
    it(`is accepted unchanged: ${title}`, () => {
      assert.deepEqual(check(issue, value), { valid: true, value });
    });
  }

  for (const [title, { value, errors }] of Object.entries(invalidIssues)) {
    it(`is refused, naming each place once: ${title}`, () => {
      assert.deepEqual(check(issue, value), { valid: false, errors });
    });
  }

  it('is kept trimmed and in Unicode’s composed form', () => {
    const verdict = check(issue, { ...sampleIssue, title: { es: ' nin\u0303os ' } });
    assert.ok(verdict.valid);
    assert.deepEqual(verdict.value.title, { es: 'niños' });
  });

  it('never lets a key reach a prototype', () => {
    for (const { value } of Object.values(invalidIssues)) check(issue, value);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('is never made a mess of by junk: every error is a code', () => {
    const codes = new Set(['required', 'type', 'unknown', 'id', 'date', 'language']);
    const junk = [
      undefined,
      null,
      0,
      '',
      'x',
      true,
      [],
      {},
      [[]],
      { kind: 'ratio' },
      NaN,
      Infinity,
    ];
    for (const key of Object.keys(sampleIssue)) {
      for (const value of junk) {
        const verdict = check(issue, { ...sampleIssue, [key]: value });
        const found = verdict.valid ? [] : verdict.errors;
        for (const { code } of found) assert.ok(codes.has(code!), `${code} for ${key}`);
      }
    }
  });

  it('names its place in a whole that it is part of', () => {
    const verdict = check(issue, { ...sampleIssue, titel: 1 }, '/issues/0');
    assert.deepEqual(verdict, {
      valid: false,
      errors: [{ pointer: '/issues/0/titel', code: 'unknown' }],
    });
  });
});
