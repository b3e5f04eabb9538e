import type { CampaignQuestion, FieldError } from '@pro-kid/contract';
import { wrong } from './field-error.ts';

/** What is wrong with the answers to a campaign's own questions. Other answers are the page's own. */
export function answerErrors(
  questions: readonly CampaignQuestion[],
  answers: Readonly<Record<string, string>>,
): FieldError[] {
  return questions.flatMap((question) => {
    const pointer = `/answers/${question.name}`;
    const answer = Object.hasOwn(answers, question.name) ? answers[question.name]! : '';
    if (!isOneOf(question, answer)) return [wrong(pointer, 'type', 'It is no answer to choose.')];
    const isMissing = answer === '' || (question.type === 'checkbox' && answer === 'no');
    return question.required && isMissing
      ? [wrong(pointer, 'required', 'This campaign asks for an answer.')]
      : [];
  });
}

function isOneOf(question: CampaignQuestion, answer: string): boolean {
  if (answer === '' || question.type === 'text') return true;
  if (question.type === 'checkbox') return answer === 'yes' || answer === 'no';
  const chosen = question.type === 'several' ? answer.split(', ') : [answer];
  return chosen.every((each) => question.options.some(({ value }) => value === each));
}
