export const english = {
  label: 'Issues',
  topics: 'Topics',
  all: 'All',
  count: { one: '{count} issue', other: '{count} issues' },
  shown: { one: '{shown} of {count} issue', other: '{shown} of {count} issues' },
  previous: 'Previous cards',
  next: 'More cards',
  unavailable: 'There are no cards to show yet.',
};

export type FactDeckMessages = typeof english;
