import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { retryAfterSeconds } from './retry-after.ts';

describe('Retry-After', () => {
  it('is read as seconds or as an HTTP date', () => {
    assert.equal(retryAfterSeconds('120'), 120);
    const inAMinute = retryAfterSeconds(new Date(Date.now() + 60_000).toUTCString());
    assert.ok(inAMinute !== undefined && inAMinute >= 58 && inAMinute <= 60, String(inAMinute));
    assert.equal(retryAfterSeconds('Wed, 21 Oct 2015 07:28:00 GMT'), 0);
    assert.equal(retryAfterSeconds('soon'), undefined);
    assert.equal(retryAfterSeconds(null), undefined);
  });
});
