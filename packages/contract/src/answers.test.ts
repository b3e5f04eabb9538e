import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, counts, problem, receipt } from './index.ts';

describe('what an endpoint answers', () => {
  it('a receipt keeps its acknowledgement even when its counts are nonsense', () => {
    const verdict = check(receipt, { id: 'x', status: 'confirmed', counts: { individuals: -1 } });
    assert.ok(verdict.valid);
    assert.equal(verdict.value.status, 'confirmed');
    assert.equal(verdict.value.counts, undefined);
  });

  it('a receipt without a known status is none', () => {
    assert.equal(check(receipt, { id: 'x', status: 'maybe' }).valid, false);
    assert.equal(check(receipt, {}).valid, false);
    assert.equal(check(receipt, null).valid, false);
  });

  it('a problem ignores members of the wrong type (RFC 9457, 3.1)', () => {
    const verdict = check(problem, {
      type: 7,
      title: ['no'],
      status: '422',
      errors: [{ pointer: '/member/email', code: 'email', detail: 4 }],
      retryAfter: 'soon',
    });
    assert.ok(verdict.valid);
    assert.equal(verdict.value.type, 'about:blank');
    assert.equal(verdict.value.retryAfter, undefined);
    assert.deepEqual(verdict.value.errors, [
      { pointer: '/member/email', code: 'email', detail: undefined },
    ]);
  });

  it('counts are whole numbers that are not negative', () => {
    const asOf = '2026-11-23T18:05:00Z';
    assert.ok(check(counts, { individuals: 12480, organizations: 512, asOf }).valid);
    assert.ok(!check(counts, { individuals: 1.5, organizations: 0, asOf }).valid);
    assert.ok(!check(counts, { individuals: 1, organizations: 0, asOf: 'today' }).valid);
  });
});
