import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';
import type { FlatField } from './flat-fields.ts';

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

/** What only a page can do, and no `fetch`. */
export type HandOff =
  /** Shows the service's own page in a new tab, as the POST of an HTML form does. */
  | { handOff: 'new-tab'; url: string; fields: readonly FlatField[] }
  /** Runs the service's script, which calls what the parameter `callback` names (JSONP). */
  | { handOff: 'script'; url: string; callback: string };

/** How one kind of endpoint is spoken to: two pure functions. */
export interface Format {
  /**
   * Whether the endpoint keeps a submission once, however often it arrives with the same id (or
   * address). Only then is it sent again without the visitor's word.
   */
  readonly keepsOnce: boolean;

  /** What carries the submission; an Outcome where the endpoint cannot be used this way. */
  request(submission: NamedSubmission, endpoint: Endpoint): FormatRequest | HandOff | Outcome;

  /** What the endpoint's answer says became of it. Never called for an answer that may not be read. */
  read(answer: Answer, submission: NamedSubmission, endpoint: Endpoint): Outcome;
}
