import type { Campaign, FieldError, Receipt, Submission } from '@pro-kid/contract';
import { refuseSignature } from '../campaigns/refuse-signature.ts';
import type { fairnessOf, RequestOrigin } from '../fairness/fairness.ts';
import type { ProblemCode } from './problems.ts';
import type { Reception, Received } from './reception.ts';

const RETRY_AFTER_SECONDS = 10;

/** Why a submission was not taken: the wrong fields and the seconds to wait only where there are some. */
export interface NotTaken {
  problem: ProblemCode;
  errors?: FieldError[];
  retryAfter?: number;
}

/** What became of a submission that is valid. */
export type Taken = { receipt: Receipt } | NotTaken;

/** Keeps a submission, however it came. */
export type TakeSubmission = (submission: Submission, from: RequestOrigin) => Promise<Taken>;

interface Taker {
  reception: Reception;
  campaigns: ReadonlyMap<string, Campaign>;
  standingOf: ReturnType<typeof fairnessOf>;
  now: () => number;
  onStoreError: (error: unknown) => void;
}

/** Takes submissions that their campaign does not refuse. */
export function takerOf({
  reception,
  campaigns,
  standingOf,
  now,
  onStoreError,
}: Taker): TakeSubmission {
  return async (submission, from) => {
    const refusal = refuseSignature(submission, campaigns, now());
    let received: Received | undefined;
    try {
      // What was taken before the campaign closed or changed is acknowledged still: its visitor tries
      // again only since the first answer was lost.
      received = refusal
        ? await reception.acknowledge(submission)
        : await reception.receive(submission, standingOf(submission.member, from));
    } catch (error) {
      onStoreError(error);
      return { problem: 'unavailable', retryAfter: RETRY_AFTER_SECONDS };
    }
    if (received === undefined) return refusal!;
    if (received === 'busy') return { problem: 'busy', retryAfter: busyFor() };
    return received === 'other' ? { problem: 'id-reused' } : received;
  };
}

/** Not the same for all, who would come back all at once. */
const busyFor = () => 5 + Math.floor(Math.random() * 10);
