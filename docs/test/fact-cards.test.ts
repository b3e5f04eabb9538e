import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, issue } from '@pro-kid/contract';
import { all, read } from './repository.ts';

const page = read('docs/start/fact-cards.md');
const sample: unknown = JSON.parse(read('docs/start/samples/story-time.json'));

describe('the guide to fact cards', () => {
  it('shows an issue that can be copied as it is', () => {
    assert.deepEqual(check(issue, sample), { valid: true, value: sample });
  });

  it('marks its sample as an example, in every language that there is', () => {
    const { example, summary } = sample as { example: boolean; summary: Record<string, string> };
    assert.equal(example, true);
    assert.match(summary['en']!, /sample/);
    assert.match(summary['es']!, /muestra/);
  });

  it('shows one fact of each kind', () => {
    const { facts } = sample as { facts: { kind: string }[] };
    assert.deepEqual(
      facts.map(({ kind }) => kind),
      ['ratio', 'number', 'range'],
    );
    assert.deepEqual(all(page, /:issue="only\('(\w+)'\)"/g), ['number', 'range', 'ratio']);
  });

  it('speaks of keys that an issue has', () => {
    const keys = Object.keys(issue.shape);
    const listed = page.split('## Figures')[0]!.split('Step by step')[1]!;
    for (const key of all(listed, /\*\*`(\w+)`\*\*/g)) assert.ok(keys.includes(key), key);
  });
});
