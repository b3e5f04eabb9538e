import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, counts } from './index.ts';

const total = { individuals: 12480, organizations: 512, asOf: '2026-11-23T18:05:00Z' };

describe('counts by partner', () => {
  it('are there only where they were asked for', () => {
    assert.deepEqual(check(counts, total), { valid: true, value: total });
  });

  it('are taken for any id, also for one that would reach a prototype', () => {
    const body = JSON.stringify({
      ...total,
      partners: { PARTNER: { individuals: 3, organizations: 0 } },
    });
    for (const id of ['first-steps', '42', 'constructor', '__proto__', 'Jardín «Uno»']) {
      const verdict = check(counts, JSON.parse(body.replace('PARTNER', id)));
      assert.ok(verdict.valid, id);
      const { partners } = verdict.value;
      assert.deepEqual(Object.keys(partners!), [id]);
      assert.deepEqual(partners![id], { individuals: 3, organizations: 0 });
      assert.equal(Object.getPrototypeOf(partners), null);
    }
  });

  it('are whole numbers that are not negative, each named where it is not', () => {
    const good = { individuals: 1, organizations: 0 };
    const partners = { good, 'a/b': { ...good, individuals: -1 }, none: { individuals: 1 } };
    const verdict = check(counts, { ...total, partners });
    assert.ok(!verdict.valid);
    assert.deepEqual(
      verdict.errors.map(({ pointer }) => pointer),
      ['/partners/a~1b/individuals', '/partners/none/organizations'],
    );
    for (const wrong of [null, [], 'many', { partner: 7 }]) {
      assert.ok(!check(counts, { ...total, partners: wrong }).valid);
    }
  });
});
