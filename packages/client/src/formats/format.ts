import type { Submission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';

/** An answer whose body has arrived whole. */
export interface Answer {
  status: number;
  redirected: boolean;
  headers: Headers;
  body: string;
}

/** How one kind of endpoint is spoken to: two pure functions. */
export interface Format {
  /** The request that carries the submission. */
  request(submission: Submission, endpoint: Endpoint): { url: string; init: RequestInit };
  /** What the endpoint's answer says became of it. */
  read(answer: Answer, submission: Submission): Outcome;
}
