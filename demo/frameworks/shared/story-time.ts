import type { Campaign } from '@pro-kid/contract';

/** A sample campaign; yours can also be a file, which `src` names. */
export const storyTime: Campaign = {
  id: 'story-time',
  type: 'pledge',
  example: true,
  title: 'Sample pledge: a story every day',
  statement: ['This is sample text.'],
  commitments: [{ id: 'read', text: 'Sample: I read a story with a child every day.' }],
};
