import type { FieldError, Receipt } from '@pro-kid/contract';
import type * as codes from '@pro-kid/contract/codes';

/**
 * What became of a submission, as far as it can be known. Only what an endpoint's readable answer
 * says is claimed; nothing the network or the visitor does throws.
 *
 * - `confirmed`: a readable answer says it is stored (or waits for confirmation by e-mail)
 * - `accepted`: a readable answer that says nothing
 * - `sent`: an answer that a page may not read (opaque), or one that the service itself shows in a
 *   `newTab`
 * - `duplicate`: the service says that this person is already in
 * - `invalid`: errors by field
 * - `limited`: too many requests, or the service is busy; `retryAfter` in seconds where it said so
 * - `refused`: the service will not take it, or its answer is no acknowledgement
 * - `unreachable`: nobody knows; it may have been received, so try again with the same id
 */
export type Outcome =
  | { outcome: 'confirmed'; receipt: Receipt }
  | { outcome: 'accepted' }
  | { outcome: 'sent'; newTab?: true }
  | { outcome: 'duplicate' }
  | { outcome: 'invalid'; errors: FieldError[] }
  | { outcome: 'limited'; retryAfter?: number }
  | { outcome: 'refused'; code: RefusalCode; status?: number; hostedPage?: string; reason?: string }
  | { outcome: 'unreachable'; cause: UnreachableCause; status?: number };

/**
 * - `status`: another 4xx (in `status`)
 * - `redirected`: the POST was turned into something else on the way
 * - `unreadable-answer`: a success status whose body is no answer of this format, such as a log-in page
 * - `rejected`: the body says that it failed, whatever the status says
 * - `captcha`: the service wants a puzzle solved, which only its own page (`hostedPage`) can show
 * - `popup-blocked`: nothing was sent, since the browser did not open the service's page in a new tab
 * - `configuration`: nothing was sent, since the endpoint cannot be used as it is set up; `reason`
 *   tells the integrator why, in English
 */
export type RefusalCode = codes.RefusalCode;

/**
 * - `offline`: the browser knew that it had no network, so nothing was sent
 * - `network`: no answer (DNS, CORS, a closed connection)
 * - `timeout`: no answer in time
 * - `cut`: the answer broke off
 * - `server`: the service failed (5xx, in `status`)
 * - `aborted`: the caller stopped it
 */
export type UnreachableCause = codes.CauseCode;

/** The outcomes for which the visitor is thanked, each in its own words. */
export type Success = Extract<
  Outcome,
  { outcome: 'confirmed' | 'accepted' | 'sent' | 'duplicate' }
>;

export function isSuccess(outcome: Outcome): outcome is Success {
  return ['confirmed', 'accepted', 'sent', 'duplicate'].includes(outcome.outcome);
}
