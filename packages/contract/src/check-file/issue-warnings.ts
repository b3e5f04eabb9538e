import type { Issue } from '../issue.ts';
import type { Unplaced } from './finding.ts';
import {
  LONGEST_SENTENCE,
  LONGEST_TITLE,
  markupIn,
  missingLanguages,
  tooLong,
  unfinished,
  type Placed,
} from './text-warnings.ts';

const SHORTEN = 'Shorten it, and move the rest into the background.';

/** What a card will show, but its writer would rather not have. */
export function issueWarnings(issue: Issue): Unplaced[] {
  const texts = textsOf(issue);
  return [
    ...unfinished(issue, 'an issue'),
    ...withoutSource(issue),
    ...missingLanguages(texts),
    ...tooLong('/title', issue.title, LONGEST_TITLE, SHORTEN),
    ...issue.facts.flatMap(({ text }, index) =>
      tooLong(`/facts/${index}/text`, text, LONGEST_SENTENCE, SHORTEN),
    ),
    ...texts.flatMap(markupIn),
  ];
}

function textsOf(issue: Issue): Placed[] {
  const list = (name: 'topics' | 'background' | 'momentum' | 'agenda') =>
    (issue[name] ?? []).map((text, index) => ({ pointer: `/${name}/${index}`, text }));
  const facts = issue.facts.flatMap(({ unit, text, source }, index): Placed[] => [
    { pointer: `/facts/${index}/unit`, text: unit },
    { pointer: `/facts/${index}/text`, text },
    ...(source
      ? [{ pointer: `/facts/${index}/source/name`, text: source.name, isName: true }]
      : []),
  ]);
  return [
    { pointer: '/title', text: issue.title },
    { pointer: '/summary', text: issue.summary },
    ...list('topics'),
    ...facts,
    ...list('background'),
    ...list('momentum'),
    ...list('agenda'),
  ];
}

function withoutSource({ facts }: Issue): Unplaced[] {
  const without = facts.filter(({ source }) => source === null).length;
  if (without === 0) return [];
  const first = facts.findIndex(({ source }) => source === null);
  return [
    {
      pointer: `/facts/${first}/source`,
      code: 'source-missing',
      found: `${without} of ${facts.length} facts without a source`,
      expected: 'a source for each figure that the movement does not state itself',
      remedy: 'Name the source. Without one, the card says "as stated by the movement".',
    },
  ];
}
