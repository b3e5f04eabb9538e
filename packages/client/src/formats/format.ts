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

/** A request as `fetch` takes it. */
export interface FormatRequest {
  url: string;
  init: RequestInit;
}

/** How one kind of endpoint is spoken to: two pure functions. */
export interface Format {
  /**
   * Whether the endpoint keeps a submission once, however often it arrives with the same id (or
   * address). Only then is it sent again without the visitor's word.
   */
  readonly keepsOnce: boolean;

  /** The request that carries the submission; an Outcome where the endpoint cannot be used this way. */
  request(submission: Submission, endpoint: Endpoint): FormatRequest | Outcome;

  /** What the endpoint's answer says became of it. Never called for an answer that may not be read. */
  read(answer: Answer, submission: Submission, endpoint: Endpoint): Outcome;
}
