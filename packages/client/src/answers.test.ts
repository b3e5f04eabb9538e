import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, problem, receipt } from '@pro-kid/contract';
import { readProblem, readReceipt } from './answers.ts';

const counts = { individuals: 12480, organizations: 512, asOf: '2026-11-23T18:05:00Z' };

describe('reading an answer by hand', () => {
  for (const body of [
    { id: 'x', status: 'confirmed' },
    { id: 'x', status: 'pending', counts },
    { id: 'x', status: 'confirmed', counts: { ...counts, individuals: -1 } },
    { id: 'x', status: 'confirmed', counts: { ...counts, organizations: 1.5 } },
    { id: 'x', status: 'confirmed', counts: { ...counts, asOf: 'today' } },
    { id: 'x', status: 'confirmed', counts: null },
    { id: 'x', status: 'maybe' },
    { id: 7, status: 'confirmed' },
    { status: 'confirmed' },
    [],
    'confirmed',
    null,
  ]) {
    it(`agrees with the contract on the receipt ${JSON.stringify(body)}`, () => {
      const verdict = check(receipt, body);
      assert.deepEqual(plain(readReceipt(body)), plain(verdict.valid ? verdict.value : undefined));
    });
  }

  for (const body of [
    {},
    { type: '/problems/duplicate' },
    { type: 7, errors: 'none', retryAfter: 'soon' },
    { errors: [{ pointer: '/member/email', code: 'email', detail: 'x' }], retryAfter: 30 },
    { errors: [{ pointer: '/member/email', code: 4, detail: null }] },
    { type: '/problems/in-progress', retryable: true },
    { retryable: 'yes' },
  ]) {
    it(`agrees with the contract on the problem ${JSON.stringify(body)}`, () => {
      const verdict = check(problem, body);
      assert.ok(verdict.valid);
      const { type, errors, retryAfter, retryable } = verdict.value;
      assert.deepEqual(plain(readProblem(body)), plain({ type, errors, retryAfter, retryable }));
    });
  }

  it('keeps the field errors that it can read, where the contract would drop all', () => {
    const body = { errors: [{ code: 'email' }, { pointer: '/member/email' }, null] };
    assert.deepEqual(plain(readProblem(body).errors), [{ pointer: '/member/email' }]);
  });
});

/** As it travels: without members that are undefined. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
