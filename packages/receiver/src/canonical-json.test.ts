import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson, fingerprint } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth, and leaves lists as they are', () => {
    const value = { b: [{ d: 1, c: 2 }, 'x'], a: { f: null, e: true } };
    assert.equal(canonicalJson(value), '{"a":{"e":true,"f":null},"b":[{"c":2,"d":1},"x"]}');
  });

  it('keeps a key that is called like the prototype', () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    assert.equal(canonicalJson(JSON.parse(text)), text);
    assert.notEqual(fingerprint(JSON.parse(text)), fingerprint({ constructor: 2 }));
  });

  it('tells contents apart, not orders of keys', () => {
    assert.equal(fingerprint({ a: 1, b: [1, 2] }), fingerprint({ b: [1, 2], a: 1 }));
    assert.notEqual(fingerprint({ a: [1, 2] }), fingerprint({ a: [2, 1] }));
    assert.notEqual(fingerprint({ a: '1' }), fingerprint({ a: 1 }));
    assert.match(fingerprint({}), /^[0-9a-f]{64}$/);
  });
});
