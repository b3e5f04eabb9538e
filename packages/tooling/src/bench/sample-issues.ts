const TOPICS = ['Sample topic A', 'Sample topic B', 'Sample topic C', 'Sample topic D'];

const SENTENCE = 'Sample text: what this is about, in a sentence or two, for its usual length.';

/** Issues of the size that real ones have, each different; all of them say that they are samples. */
export const sampleIssues = (count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `sample-${index + 1}`,
    example: true,
    title: { en: `Sample issue ${index + 1}`, es: `Tema de muestra ${index + 1}` },
    summary: { en: SENTENCE, es: 'Texto de muestra: de qué se trata, en una o dos frases.' },
    topics: [TOPICS[index % TOPICS.length]],
    facts: [headline(index), ratio(1, 10), number(320), range(20, 45)],
    background: [SENTENCE, SENTENCE],
    momentum: [SENTENCE],
    agenda: [SENTENCE],
    updated: '2026-01-31',
  }));

const headline = (index: number) =>
  [ratio((index % 5) + 1, 10), number(1200 * (index + 1)), range(10, 60 + index)][index % 3];

const parts = {
  unit: { en: 'children', es: 'niños' },
  text: { en: '{figure} children in this sample', es: '{figure} niños en esta muestra' },
  source: null,
};
const ratio = (part: number, whole: number) => ({ kind: 'ratio', part, whole, ...parts });
const number = (value: number) => ({ kind: 'number', value, ...parts });
const range = (low: number, high: number) => ({ kind: 'range', low, high, ...parts });
