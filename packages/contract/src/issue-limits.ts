/** What an issue's file may hold at most: texts in UTF-16 code units, lists in entries. */
export const issueLimits = {
  id: 64,
  title: 200,
  topic: 80,
  unit: 64,
  sentence: 500,
  paragraph: 2000,
  sourceName: 255,
  url: 2048,
  facts: 12,
  topics: 10,
  paragraphs: 20,
  whole: 100,
  value: 1_000_000_000_000,
} as const;
