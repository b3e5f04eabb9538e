export const english = {
  signed: { other: '{count} signed' },
  signedOf: { other: '{count} of {goal} signed' },
  joined: { other: '{count} joined' },
  joinedOf: { other: '{count} of {goal} joined' },
  kinds: '{people} and {organizations}',
  people: { one: '{count} person', other: '{count} people' },
  organizations: { one: '{count} organization', other: '{count} organizations' },
  offline: 'including {count} on paper',
  asOf: 'as of {time}',
  reached: 'Goal of {goal} reached.',
  bar: 'Progress towards the goal',
  unavailable: 'The count cannot be shown right now.',
};

export type ProgressMessages = Record<
  'signed' | 'signedOf' | 'joined' | 'joinedOf' | 'people' | 'organizations',
  { one?: string; other: string }
> &
  Record<'kinds' | 'offline' | 'asOf' | 'reached' | 'bar' | 'unavailable', string>;
