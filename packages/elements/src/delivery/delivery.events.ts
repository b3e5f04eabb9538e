import type { Outcome } from '@pro-kid/client';
import type { Counts, Submission, SubmissionType } from '@pro-kid/contract';
import { NativeEvent } from './native-event.ts';

/** What the delivery events say of a submission. Nothing that the visitor typed is among it. */
export interface SubmissionFacts {
  /** `join`, … */
  readonly submissionType: SubmissionType;
  /** `individual`, `organization`, or `anonymous` for somebody who gave no name. */
  readonly kind: Submission['member']['kind'];
  /** The campaign's id; empty if there is none. */
  readonly campaign: string;
}

class DeliveryEvent<Facts extends SubmissionFacts> extends NativeEvent implements SubmissionFacts {
  declare readonly submissionType: SubmissionType;
  declare readonly kind: SubmissionFacts['kind'];
  declare readonly campaign: string;

  constructor(type: string, facts: Facts, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    Object.assign(this, facts);
  }
}

/**
 * Fires before a checked form is sent; cancel it to keep the form from being sent. Listeners may
 * add `answers` of their own, by plain names.
 */
export class SubmittingEvent extends DeliveryEvent<SubmissionFacts> {
  readonly answers = Object.create(null) as Record<string, string>;

  constructor(facts: SubmissionFacts) {
    super('pro-kid-submit', facts, true);
  }
}

interface DeliveredFacts extends SubmissionFacts {
  outcome: Outcome['outcome'];
  id: string;
  counts?: Counts | undefined;
}

/** Fires when the visitor is thanked. */
export class DeliveredEvent extends DeliveryEvent<DeliveredFacts> {
  declare readonly outcome: Outcome['outcome'];
  /** The submission's UUID, as the endpoint knows it. */
  declare readonly id: string;
  /** How many are in with this one, where the endpoint said so. */
  declare readonly counts: Counts | undefined;

  constructor(facts: DeliveredFacts) {
    super('pro-kid-delivered', facts);
  }
}

interface FailedFacts extends SubmissionFacts {
  outcome: Outcome['outcome'];
  codes: readonly string[];
}

/** Fires when a submission did not get through. */
export class FailedEvent extends DeliveryEvent<FailedFacts> {
  declare readonly outcome: Outcome['outcome'];
  /** Why: the codes of wrong fields, or one cause; empty after `limited`. */
  declare readonly codes: readonly string[];

  constructor(facts: FailedFacts) {
    super('pro-kid-failed', facts);
  }
}

declare global {
  interface HTMLElementEventMap {
    'pro-kid-submit': SubmittingEvent;
    'pro-kid-delivered': DeliveredEvent;
    'pro-kid-failed': FailedEvent;
  }
  // Whoever counts what is signed listens there.
  interface DocumentEventMap {
    'pro-kid-delivered': DeliveredEvent;
  }
}
