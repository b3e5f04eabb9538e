import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deliver } from '@pro-kid/client';
import { formatNames } from '@pro-kid/contract';
import {
  individualSubmission,
  organizationSubmission,
  petitionSubmission,
  pledgeSubmission,
} from '@pro-kid/contract/testing';
import { all, find, load, read, section } from './repository.ts';

const { flatFields } = await load<{ flatFields: (submission: object) => [string, string][] }>(
  'packages/client/src/formats/flat-fields.ts',
);
const pages = find('docs/endpoints/*.md').filter((path) => !/(?:index|own)\.md$/.test(path));
const nameOf = (path: string) => path.replace(/^.*\/|\.md$/g, '');
const overview = read('docs/endpoints/index.md');

describe('the pages of endpoints', () => {
  it('are one for each format but our own, all in the overview and in the sidebar', () => {
    const others = formatNames.filter((name) => name !== 'json').toSorted();
    assert.deepEqual(pages.map(nameOf), others);
    const config = read('docs/.vitepress/config.ts');
    for (const name of others) {
      assert.ok(overview.includes(`[\`${name}\`](./${name})`), name);
      assert.ok(config.includes(`/endpoints/${name}`), name);
    }
  });

  for (const path of pages) {
    it(`show a snippet that can be pasted, and say what was not tried: ${nameOf(path)}`, () => {
      const page = read(path);
      assert.deepEqual(all(page, /format="([\w-]+)"/g), [nameOf(path)]);
      const tried = nameOf(path) === 'json-simple' ? /\(\.\/own\) that runs/ : /recorded answers/;
      assert.match(section(page, '## What visitors read'), tried);
      for (const heading of ['## What you need', '## Names of fields', '## Limits']) {
        assert.ok(section(page, heading).trim(), heading);
      }
      for (const json of all(page, /(?:fields|extra)='([^']*)'/g)) {
        const values = Object.values(JSON.parse(json) as object);
        assert.ok(
          values.every((value) => typeof value === 'string'),
          json,
        );
      }
    });

    it(`promise the outcome that the overview does: ${nameOf(path)}`, () => {
      const [promised] = all(section(read(path), '## What visitors read'), /`(\w+)`/g);
      const [row = ''] = overview.split('\n').filter((line) => line.includes(`./${nameOf(path)})`));
      assert.ok(row.includes(`\`${promised}\``), row);
    });
  }

  it('name every field that a service may get', () => {
    const shown = section(overview, '## Names of fields');
    const fields = [
      individualSubmission,
      organizationSubmission,
      pledgeSubmission,
      petitionSubmission,
    ].flatMap((submission) => flatFields({ ...submission, answers: undefined }));
    for (const [name] of fields) assert.ok(shown.includes(`\`${name}\``), name);
  });

  it('are right that a secret key is refused before anything is sent', async () => {
    const outcome = await deliver(individualSubmission, {
      url: 'https://project.supabase.co/rest/v1/members',
      format: 'supabase',
      extra: { apikey: 'sb_secret_1' },
    });
    assert.equal(outcome.outcome, 'refused');
  });
});
