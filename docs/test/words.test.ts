import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load, read } from './repository.ts';

type Texts = Record<string, unknown>;

const { english } = await load<{ english: Texts }>('packages/elements/src/join/messages/en.ts');
const { laterEnglish } = await load<{ laterEnglish: Texts }>(
  'packages/elements/src/join/messages/en-later.ts',
);

describe('the movement’s own words', () => {
  for (const [place, words] of Object.entries({
    heading: "Join The Children's Movement of California!",
    intro:
      'Joining simply means being identified as "Pro-Kid" and wanting children prioritized in state policymaking. You\'ll also receive updates and information about key kids\' issues and campaigns.',
    differenceTitle: "Joining as an Organization? what's the difference?",
    difference:
      "Both individual and organization members are important to the collective impact of The Children's Movement of California. No matter how you sign up, you'll get all the Movement has to offer. But if you can, please join as an organization.",
  })) {
    it(`stand in the form to the letter: ${place}`, () => assert.equal(english[place], words));
  }
});

describe('the pages say what the visitor reads', () => {
  const outcomes = read('docs/outcomes.md').replace(/\s+/g, ' ');
  const pledge = read('docs/elements/pledge.md').replace(/\s+/g, ' ');
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsIn);

  it('after each outcome', () => {
    const { thanks, failures, failedUnknown, errorSummary, hostedPage } = laterEnglish;
    const { failed, offline, kept, retry } = english;
    const later = [thanks, failures, failedUnknown, errorSummary, hostedPage];
    for (const text of textsIn([...later, failed, offline, kept, retry])) {
      assert.ok(outcomes.includes(`“${text}`), text);
    }
  });

  it('before a campaign’s form, and in its place', async () => {
    const { fileEnglish } = await load<{ fileEnglish: Texts }>(
      'packages/elements/src/campaign/messages/en-file.ts',
    );
    const { closedOn, opensOn, signedHere, signAgain, birthYear } = fileEnglish;
    const { youngerText, countMe, reached } = fileEnglish;
    const stages = [closedOn, opensOn, signedHere, signAgain, birthYear];
    for (const text of [...stages, youngerText, countMe, reached]) {
      for (const piece of String(text).split(/\.? ?\{date\}\.? ?/)) {
        assert.ok(pledge.includes(piece.trim()), piece);
      }
    }
  });

  it('after signing a campaign', async () => {
    const { laterCampaignEnglish } = await load<{
      laterCampaignEnglish: { thanks: Record<string, { title: string }> };
    }>('packages/elements/src/campaign/messages/en-later.ts');
    const titles = Object.values(laterCampaignEnglish.thanks).map(({ title }) => title);
    const [, table = ''] = pledge.split('### After signing');
    assert.equal(titles.length, 8);
    for (const title of titles) assert.ok(table.includes(`“${title}”`), title);
  });

  it('on the buttons of a pledge and a petition', async () => {
    const page = read('docs/elements/petition.md');
    for (const element of ['pledge', 'petition']) {
      const { english } = await load<{ english: Texts }>(
        `packages/elements/src/${element}/messages/en.ts`,
      );
      for (const text of [english['submit'], english['comment']]) {
        assert.ok(page.includes(`“${String(text)}”`), String(text));
      }
      assert.ok(pledge.includes(`“${String(english['test'])}”`));
    }
  });

  it('in the question of consent', () => {
    const page = read('docs/start/campaign-lead.md').replace(/\s+/g, ' ');
    assert.ok(page.includes(`“${String(english['updates'])}”`));
  });
});
