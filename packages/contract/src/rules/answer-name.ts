import { ANSWER_NAME } from './answer-rule.ts';
import type { Rule } from './rule.ts';

/** The name of a question of a campaign's own, under which its answers are sent. */
export const answerName: Rule<'required' | 'name'> = {
  normalize: (value) => value,
  findFault(value) {
    if (value === '') return 'required';
    return ANSWER_NAME.test(value) ? undefined : 'name';
  },
};
