import { isForm, startStandIn } from './stand-in.ts';

export interface Question {
  isRequired?: boolean;
  /** The answers that may be ticked, in a question with boxes. */
  boxes?: readonly string[];
}

export interface GoogleFormSettings {
  /** By `entry.{number}`. */
  questions: Readonly<Record<string, Question>>;
  /** Whether it collects e-mail addresses, in `emailAddress`. */
  collectsAddresses?: boolean;
  /** Whether one must sign in, which it does not say. */
  needsSignIn?: boolean;
}

/** A Google Form at `/forms/d/e/{id}/formResponse`. No page of others may read what it answers. */
export const startGoogleForm = (form: GoogleFormSettings) =>
  startStandIn<Record<string, string[]>>({
    cors: 'none',
    answer(request, keep) {
      if (!/^\/forms\/d\/e\/\w+\/formResponse$/.test(request.path)) return { status: 404 };
      if (form.needsSignIn) return { status: 401, body: '<p>Sign in</p>' };
      if (request.method !== 'POST' || !isForm(request)) return { status: 405 };
      const sent = new URLSearchParams(request.body);
      const isComplete = Object.entries(form.questions).every(([entry, question]) =>
        isAnswered(sent.getAll(entry), question),
      );
      if (!isComplete || (form.collectsAddresses && !sent.get('emailAddress'))) {
        return { status: 400, body: '<p>This is a required question</p>' };
      }
      const names = [
        ...Object.keys(form.questions),
        ...(form.collectsAddresses ? ['emailAddress'] : []),
      ];
      keep(Object.fromEntries(names.map((name) => [name, sent.getAll(name)])));
      return { status: 200, body: '<p>Your response has been recorded.</p>' };
    },
  });

function isAnswered(answers: string[], { isRequired = false, boxes }: Question): boolean {
  if (isRequired && answers.join('') === '') return false;
  return boxes ? answers.every((answer) => boxes.includes(answer)) : answers.length <= 1;
}
