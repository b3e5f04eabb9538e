import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, submission } from '@pro-kid/contract';
import { invalidSubmissions, validSubmissions } from '@pro-kid/contract/testing';
import fc from 'fast-check';
import { hostilePost } from '../testing/fuzz/hostile-posts.ts';
import { compiled } from './compiled-schema.ts';

const quick = compiled(submission);

/** The verdict of both, which is the same to the order of its keys. */
function agree(value: unknown): boolean {
  const verdict = check(quick, value);
  assert.equal(JSON.stringify(verdict), JSON.stringify(check(submission, value)));
  assert.deepEqual(verdict, check(submission, value));
  return verdict.valid;
}

function readJson(body: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder().decode(body)) };
  } catch {
    return undefined;
  }
}

describe('a compiled schema', () => {
  it('says of every value what the schema says', () => {
    for (const [name, value] of Object.entries(validSubmissions)) assert.ok(agree(value), name);
    for (const [name, { body }] of Object.entries(invalidSubmissions)) {
      assert.ok(!agree(body), name);
    }
    for (const value of [undefined, null, 0, '', [], {}, () => {}]) assert.ok(!agree(value));
  });

  it('says so of what is made up to break it', () => {
    const verdicts = new Set<boolean>();
    const property = fc.property(hostilePost, ({ body }) => {
      const read = readJson(body);
      if (read) verdicts.add(agree(read.value));
    });
    fc.assert(property, { seed: 20_261_125, numRuns: 3_000 });
    assert.equal(verdicts.size, 2, 'some are valid, and some are not');
  });
});
