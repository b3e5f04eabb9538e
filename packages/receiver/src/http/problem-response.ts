import type { FieldError, Problem } from '@pro-kid/contract';
import { problemCodes } from '@pro-kid/contract/codes';
import { problems, type ProblemCode } from './problems.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** What only some problems have: the wrong fields, seconds to wait, the methods allowed. */
interface Extras {
  errors?: FieldError[];
  retryAfter?: number;
  allow?: string;
}

/** The answer for a problem, as RFC 9457 has it. */
export function problemResponse(
  code: ProblemCode,
  { errors, retryAfter, allow }: Extras = {},
  others: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problems[code];
  const body: Problem = { type: `/problems/${code}`, title, status, detail: problemCodes[code] };
  const headers: Record<string, string> = { ...others, 'content-type': PROBLEM_MEDIA_TYPE };
  if (errors) body.errors = errors;
  if (allow) headers['allow'] = allow;
  if (retryAfter !== undefined) {
    body.retryAfter = retryAfter;
    headers['retry-after'] = String(retryAfter);
  }
  return new Response(JSON.stringify(body), { status, headers });
}
