import { campaignLimits as limits } from '../campaign-limits.ts';
import { COLOR } from '../rules/color.ts';
import { MOMENT } from '../rules/moment.ts';
import { endpointWords } from './campaign-endpoint-words.ts';
import { questionWords } from './campaign-question-words.ts';
import type { FileWords, KeyWords } from './key-words.ts';
import { commonWords, flag, line, list, name, secureLink, whole } from './word-shapes.ts';

const TIME_ZONE = /^[A-Za-z][\w+/-]*$/;

const moment = (description: string): KeyWords => ({
  description,
  expected: 'a day, an hour and its distance from UTC, such as "2026-12-31T23:59:00-08:00"',
  text: { maximum: 25, pattern: MOMENT },
});

const presence = (description: string): KeyWords => ({
  description,
  expected: '"hidden", "optional" or "required"',
});

const color = (description: string): KeyWords => ({
  description,
  expected: 'a color as # and six hexadecimal digits, such as "#b9430b"',
  text: { maximum: 7, pattern: COLOR },
});

const signatures = (description: string, minimum: number) =>
  whole(description, minimum, limits.signatures);

/** What each key of a campaign is for. */
export const campaignWords: FileWords = {
  '': {
    description: 'A campaign: what visitors are asked to pledge or to sign, and where it is sent.',
    expected: 'a campaign, as one object in braces',
  },
  ...commonWords(limits.url),
  '/id': name(
    'A short name for the campaign, the same over all changes: its signatures are counted under it.',
    limits.id,
    'permanent-connections',
  ),
  '/type': {
    description:
      '"pledge" where visitors promise something, "petition" where they ask it of somebody.',
    expected: '"pledge" or "petition"',
  },
  '/example': flag('true for sample text; the form then says that it is an example.'),
  '/test': flag('true while you try it: nothing is sent or counted, and the form says so.'),
  '/title': line('What the campaign is called, in a few words.', limits.title, 'a title'),
  '/to': {
    ...line('Whom a petition addresses.', limits.title, 'a name'),
    inOrder: 'no "to" in a pledge, only in a petition',
  },
  '/ask': {
    ...line('What a petition asks of them.', limits.paragraph, 'a paragraph'),
    inOrder: 'no "ask" in a pledge, only in a petition',
  },
  '/statement': list('What visitors sign, by paragraphs.', 1, limits.paragraphs, 'paragraphs'),
  '/statement/*': line('One paragraph.', limits.paragraph, 'a paragraph'),
  '/commitments': {
    ...list('What visitors pledge, one box each.', 1, limits.commitments, 'commitments'),
    inOrder: 'no "commitments" in a petition, only in a pledge',
  },
  '/commitments/*': {
    description: 'One box, and what whoever ticks it promises.',
    expected: 'a commitment: an object with id and text',
  },
  '/commitments/*/id': {
    ...name('A short name for it, which is sent.', limits.id, 'share'),
    inOrder: 'an "id" that no other commitment has',
  },
  '/commitments/*/text': line('What is promised.', limits.commitment),
  '/commitments/*/required': flag('true if nobody can pledge without it.'),

  '/goal': {
    description: 'How many signatures you hope for.',
    expected: 'an object with start, steps and offline',
  },
  '/goal/start': signatures('The first goal.', 1),
  '/goal/steps': list('The goals after it, each larger.', 1, limits.steps, 'numbers'),
  '/goal/steps/*': {
    ...signatures('One goal.', 1),
    inOrder: 'a number that is larger than the one before it, and than "start"',
  },
  '/goal/offline': signatures(
    'How many people signed on paper. They are added, and it is said.',
    0,
  ),
  '/opens': moment('When signing starts.'),
  '/closes': {
    ...moment('When signing ends.'),
    inOrder: 'a moment after "opens"',
  },
  '/timeZone': {
    description: 'The time zone in which visitors are told when it opens and closes.',
    expected: 'the name of a time zone, such as "America/Los_Angeles"',
    text: { maximum: 64, pattern: TIME_ZONE },
  },

  ...endpointWords,
  '/kinds': list('Who may sign; both if it is absent.', 1, 2, 'kinds'),
  '/kinds/*': {
    description: 'People, or organizations.',
    expected: '"individual" or "organization"',
    inOrder: 'each kind once',
  },
  '/fields': {
    description: 'What the form asks for besides name and email address.',
    expected: 'an object with telephone, postalCode, comment and showName',
  },
  '/fields/telephone': presence('The phone number.'),
  '/fields/postalCode': presence('The ZIP code.'),
  '/fields/comment': presence('Why somebody signs, in their own words.'),
  '/fields/showName': {
    description: 'The box with which a visitor allows that their name is shown.',
    expected: '"hidden" or "optional"',
  },
  ...questionWords,

  '/consents': list('What visitors are asked to consent to.', 0, limits.consents, 'consents'),
  '/consents/*': {
    description: 'One question of consent. Its exact words are sent with the answer.',
    expected: 'a consent: an object with id and text',
  },
  '/consents/*/id': {
    ...name('A short name for it, which is sent.', limits.id, 'updates'),
    inOrder: 'an "id" that no other consent has',
  },
  '/consents/*/text': line('The words beside the box.', limits.consent),
  '/consents/*/required': flag('true if nobody can sign without it.'),
  '/privacy': {
    description: 'What becomes of personal data, and who may give theirs.',
    expected: 'an object with url, minimumAge and countYounger',
  },
  '/privacy/url': secureLink('The page of your privacy notice.', limits.url),
  '/privacy/minimumAge': whole(
    'How old one must be to sign with a name, in years.',
    1,
    limits.minimumAge,
  ),
  '/privacy/countYounger': flag(
    'true if whoever is younger may be counted, without any personal data.',
  ),

  '/share': {
    description: 'What is offered for passing it on.',
    expected: 'an object with url and text',
  },
  '/share/url': secureLink('The page to pass on; the one of the form if it is absent.', limits.url),
  '/share/text': line('The words that go with the link.', limits.shareText),
  '/thanks': {
    description: 'What comes after signing.',
    expected: 'an object with text and redirect',
  },
  '/thanks/text': line('Your own words of thanks.', limits.paragraph, 'a paragraph'),
  '/thanks/redirect': secureLink('A page of yours to lead to.', limits.url),
  '/issue': name('The id of the issue that it is about.', limits.id, 'permanent-connections'),
  '/theme': {
    description: 'The colors of your campaign.',
    expected: 'an object with accent, onAccent, ink and paper',
  },
  '/theme/accent': color('Buttons and bars.'),
  '/theme/onAccent': color('Text on buttons.'),
  '/theme/ink': color('Text.'),
  '/theme/paper': color('What text stands on.'),
};
