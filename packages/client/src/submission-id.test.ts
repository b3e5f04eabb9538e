import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, submission } from '@pro-kid/contract';
import { individualSubmission } from '@pro-kid/contract/testing';
import { createSubmissionId } from './index.ts';

describe('createSubmissionId()', () => {
  it('makes UUIDs of version 4 that the contract takes, each its own', () => {
    const ids = Array.from({ length: 200 }, createSubmissionId);
    assert.equal(new Set(ids).size, 200);
    for (const id of ids) assert.ok(check(submission, { ...individualSubmission, id }).valid, id);
  });

  it('works where crypto.randomUUID is missing, as on a plain http page', () => {
    const { randomUUID } = crypto;
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      assert.match(
        createSubmissionId(),
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
    } finally {
      Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
    }
  });
});
