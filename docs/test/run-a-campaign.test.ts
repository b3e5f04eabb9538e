import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { campaign, check } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import { all, examplesIn, load, read, root, section } from './repository.ts';

const page = read('docs/start/run-a-campaign.md');
const text = read('docs/start/samples/story-time-pledge.json');
const sample = JSON.parse(text) as Record<string, unknown>;

const { reportOf } = await load<{ reportOf: (result: object) => string }>(
  'packages/contract/src/command/report.ts',
);

describe('the guide to campaigns', () => {
  it('shows a campaign that can be copied as it is, and what the check says of it', () => {
    assert.deepEqual(check(campaign, sample), { valid: true, value: sample });
    const result = { file: 'my-campaign.json', ...checkFile(text) };
    const [, told] = /^```\n(my-campaign\.json:[\s\S]+?)```$/m.exec(page) ?? [];
    assert.equal(told, stripVTControlCharacters(reportOf(result)));
  });

  it('is right that no warning is left once the sample goes live', () => {
    const { example: _, test: __, ...live } = sample;
    const { errors, warnings } = checkFile(JSON.stringify(live));
    assert.deepEqual([errors, warnings], [[], []]);
  });

  it('marks its sample as one, in every language that there is', () => {
    const { example, test, statement } = sample as {
      example: boolean;
      test: boolean;
      statement: Record<string, string>[];
    };
    assert.deepEqual([example, test], [true, true]);
    assert.match(statement[0]!['en']!, /sample/);
    assert.match(statement[0]!['es']!, /muestra/);
  });

  it('speaks of keys that a campaign has, and of all that its sample has', () => {
    const steps = section(page, '## 1. Write the file');
    const listed = all(steps, /\*\*`(\w+)`\*\*/g);
    for (const key of listed) assert.ok(key in campaign.shape, key);
    for (const key of Object.keys(sample)) assert.ok(listed.includes(key), key);
  });

  it('shows endpoints that a campaign can have', () => {
    const endpoints = examplesIn(page, '## 4. Say where signatures go');
    assert.equal(endpoints.length, 3);
    for (const endpoint of endpoints) {
      const verdict = check(campaign, { ...sample, endpoint });
      assert.equal(verdict.valid, true, JSON.stringify(endpoint));
    }
  });

  it('names commitments in its links that the sample has', () => {
    const ids = (sample['commitments'] as { id: string }[]).map(({ id }) => id).join(',');
    assert.ok(page.includes(`pro-kid-commitments=${ids}`));
  });

  it('leads to its own steps', () => {
    const anchors = all(page, /\{#([\w-]+)\}$/gm);
    for (const target of all(page, /\]\(#([\w-]+)\)/g)) assert.ok(anchors.includes(target), target);
  });
});

describe('the pictures of the site', () => {
  const folder = join(root, 'docs/public');
  const pledges = readdirSync(folder).filter((file) => /^pledge.*\.png$/.test(file));

  it('are shown, each with words for those who do not see it', () => {
    const shown = [...page.matchAll(/!\[([^\]]+)\]\(\/([\w-]+\.png)\)/g)];
    assert.deepEqual(shown.map(([, , file]) => file).toSorted(), pledges.toSorted());
    for (const [, words = ''] of shown) assert.ok(words.length > 40, words);
  });

  it('are small', () => {
    for (const file of pledges) assert.ok(statSync(join(folder, file)).size < 150_000, file);
  });
});
