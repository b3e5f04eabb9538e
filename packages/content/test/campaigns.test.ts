import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign, check, type Campaign, type Issue } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import { paragraphsOf, read, textsIn, textsOf } from './content-files.ts';

function campaignIn(file: string): Campaign {
  const verdict = check(campaign, JSON.parse(read(file)));
  assert.ok(verdict.valid, file);
  return verdict.value;
}

const pledge = campaignIn('campaigns/permanent-connections.json');
const petition = campaignIn('campaigns/example-petition.json');
const issue = JSON.parse(read('issues/permanent-connections.json')) as Issue;

describe('the campaign of the movement', () => {
  const paragraphs = paragraphsOf('source/permanent-connections.en.txt');
  const given = [...paragraphs, ...paragraphsOf('source/joining.en.txt')].join('\n');

  it('has the title and the paragraphs to the letter', () => {
    assert.deepEqual(textsOf([pledge.title], 'en'), [paragraphs[0]]);
    for (const text of textsOf(pledge.statement, 'en')) assert.ok(paragraphs.includes(text), text);
    assert.equal(pledge.statement.length, 3);
  });

  it('is about its issue, and has the same Spanish', () => {
    assert.equal(pledge.issue, issue.id);
    const { title, summary, momentum, agenda } = issue;
    assert.deepEqual(textsOf([pledge.title], 'es'), textsOf([title], 'es'));
    assert.deepEqual(textsOf(pledge.statement, 'es'), [
      ...textsOf([summary], 'es'),
      ...textsOf(momentum, 'es').slice(0, 1),
      textsOf(agenda, 'es').join(' '),
    ]);
  });

  it('asks for nothing but what the movement says, in its words', () => {
    const pieces: [own: string, ...given: string[]][] = [
      [
        'I support … and ….',
        'support policies encouraging permanency',
        'ongoing services to help families succeed after reunification, adoption or placement in legal guardianship',
      ],
      [
        'I support ….',
        'policies for tracking the outcomes of kids adopted or placed with guardians to ensure families are succeeding and children are thriving',
      ],
      ['I want ….', 'children prioritized in state policymaking'],
    ];
    const commitments = textsOf(pledge.commitments, 'en');
    assert.equal(commitments.length, pieces.length);
    pieces.forEach(([own, ...words], index) => {
      for (const piece of words) assert.ok(given.includes(piece), piece);
      const whole = words.reduce(
        (text, piece) => text.replace('…', piece.replace(/^support /, '')),
        own,
      );
      assert.equal(commitments[index], whole);
    });
  });

  it('asks for consent, and is passed on, in its words', () => {
    const [consent = ''] = textsOf(pledge.consents, 'en');
    const words = "updates and information about key kids' issues and campaigns.";
    assert.ok(given.includes(words));
    assert.equal(consent, `Send me ${words}`);
    const [share = ''] = textsOf(pledge.share, 'en');
    assert.ok(given.includes(share), share);
  });

  it('counts those who are too young without their data', () => {
    assert.deepEqual(pledge.privacy, {
      url: 'https://example.org/placeholder/privacy',
      minimumAge: 13,
      countYounger: true,
    });
  });

  it('is warned of only for what is to be replaced before it goes live', () => {
    const { warnings } = checkFile(read('campaigns/permanent-connections.json'));
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['example', 'translation-draft'],
    );
  });
});

describe('each campaign is an example', () => {
  it('that is marked as one', () => assert.ok(pledge.example && petition.example));

  for (const each of [pledge, petition]) {
    it(`that leads to no real site: ${each.id}`, () => {
      const addresses = textsIn(each).filter(({ text }) => /^https?:/.test(text));
      assert.ok(addresses.length >= 3);
      for (const { text } of addresses) assert.match(text, /^https:\/\/example\.org\/placeholder/);
    });
  }

  it('with texts that say that they are none', () => {
    const MARK = /sample|placeholder|replace/i;
    const { custom, $schema, ...others } = petition;
    for (const text of textsOf(pledge.custom, 'en')) assert.match(text, MARK);
    for (const text of textsOf(others, 'en')) assert.match(text, MARK);
    for (const { label } of custom!) assert.match(textsOf([label], 'en')[0]!, MARK);
  });

  it('and together they show each type of question and each key but `test`', () => {
    const questions = [pledge, petition].flatMap(({ custom = [] }) => custom);
    assert.deepEqual(questions.map(({ type }) => type).toSorted(), [
      'checkbox',
      'choice',
      'several',
      'text',
    ]);
    for (const key of Object.keys(campaign.shape)) {
      const isShown = Object.hasOwn(pledge, key) || Object.hasOwn(petition, key);
      assert.equal(isShown, key !== 'test', key);
    }
  });
});
