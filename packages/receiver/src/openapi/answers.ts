import { problemCodes, type ProblemCode } from '@pro-kid/contract/codes';
import { PROBLEM_MEDIA_TYPE } from '../http/problem-response.ts';
import { problems } from '../http/problems.ts';
import { refTo } from './schemas.ts';

/** An answer in JSON of one of the contract's schemas. */
export const jsonAnswer = (description: string, schema: string, example: unknown) => ({
  description,
  content: { 'application/json': { schema: { $ref: refTo(schema) }, example } },
});

/** The answers of these problems, one for each HTTP status. */
export function problemAnswers(codes: readonly ProblemCode[]): Record<string, object> {
  const byStatus = Object.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, alike = []]) => [status, problemAnswer(alike)]),
  );
}

function problemAnswer(codes: readonly ProblemCode[]) {
  const examples = codes.map((code) => {
    const { status, title } = problems[code];
    const value = { type: `/problems/${code}`, title, status, detail: problemCodes[code] };
    return [code, { value }] as const;
  });
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    content: {
      [PROBLEM_MEDIA_TYPE]: {
        schema: { $ref: refTo('Problem') },
        examples: Object.fromEntries(examples),
      },
    },
  };
}
