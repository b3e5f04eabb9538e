import { campaignLimits as limits } from '../campaign-limits.ts';
import { ANSWER_NAME } from '../rules/answer-rule.ts';
import type { FileWords } from './key-words.ts';
import { flag, line, list, name } from './word-shapes.ts';

/** What each key of a campaign's own questions is for. */
export const questionWords: FileWords = {
  '/custom': list('Questions of your own.', 0, limits.questions, 'questions'),
  '/custom/*': {
    description: 'One question.',
    expected: 'a question: an object with type, name and label',
  },
  '/custom/*/type': {
    description:
      'How it is answered: "text" in words, "choice" by one option, "several" by any, "checkbox" by yes or no.',
    expected: '"text", "choice", "several" or "checkbox"',
  },
  '/custom/*/name': {
    description: 'The name under which the answer is sent.',
    expected:
      'a letter, then letters, digits, "_", "." or "-", at most 64 in all, such as "shirt-size"',
    text: { maximum: 64, pattern: ANSWER_NAME },
    inOrder: 'a "name" that no other question has',
  },
  '/custom/*/label': line('The question.', limits.label),
  '/custom/*/hint': line('What helps to answer it.', limits.hint),
  '/custom/*/required': flag('true if it must be answered.'),
  '/custom/*/multiline': flag('true for answers of several lines.'),
  '/custom/*/options': {
    description: 'What can be chosen.',
    expected: `a list of at most ${limits.options} options: of 2 at least for "choice", of 1 for "several"`,
  },
  '/custom/*/options/*': {
    description: 'One option.',
    expected: 'an option: an object with value and label',
  },
  '/custom/*/options/*/value': {
    ...name('A short name for it, which is sent.', limits.id, 'large'),
    inOrder: 'a "value" that no other option has',
  },
  '/custom/*/options/*/label': line('What it says.', limits.label),
};
