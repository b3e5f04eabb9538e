export { ANSWER_NAME, answerRule } from './answer-rule.ts';
export { memberRules } from './member-rules.ts';
export type { ErrorCode, Rule } from './rule.ts';
