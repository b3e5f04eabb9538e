import type { Outcome } from '@pro-kid/client';
import type { MemberKind, SubmissionType } from '@pro-kid/contract';

const everywhere = { bubbles: true, composed: true };

/** What the delivery events say of a submission. Nothing that the visitor typed is among it. */
export interface SubmissionFacts {
  /** `join`, … */
  submissionType: SubmissionType;
  kind: MemberKind;
}

/**
 * Fires before a checked form is sent; cancel it to keep the form from being sent. Listeners may
 * add `answers` of their own, by plain names.
 */
export class SubmittingEvent extends Event {
  readonly submissionType: SubmissionType;
  readonly kind: MemberKind;
  readonly answers = Object.create(null) as Record<string, string>;

  constructor({ submissionType, kind }: SubmissionFacts) {
    super('pro-kid-submit', { ...everywhere, cancelable: true });
    this.submissionType = submissionType;
    this.kind = kind;
  }
}

/** Fires when the visitor is thanked. `id` is the submission's UUID, as the endpoint knows it. */
export class DeliveredEvent extends Event {
  readonly submissionType: SubmissionType;
  readonly kind: MemberKind;
  readonly outcome: Outcome['outcome'];
  readonly id: string;

  constructor({ submissionType, kind }: SubmissionFacts, outcome: Outcome['outcome'], id: string) {
    super('pro-kid-delivered', everywhere);
    this.submissionType = submissionType;
    this.kind = kind;
    this.outcome = outcome;
    this.id = id;
  }
}

/** Fires when a submission did not get through. `codes` say why: field codes, or one cause. */
export class FailedEvent extends Event {
  readonly submissionType: SubmissionType;
  readonly kind: MemberKind;
  readonly outcome: Outcome['outcome'];
  readonly codes: readonly string[];

  constructor(
    { submissionType, kind }: SubmissionFacts,
    outcome: Outcome['outcome'],
    codes: readonly string[],
  ) {
    super('pro-kid-failed', everywhere);
    this.submissionType = submissionType;
    this.kind = kind;
    this.outcome = outcome;
    this.codes = codes;
  }
}

/** Fires once, when the element can be used. */
export class ReadyEvent extends Event {
  constructor() {
    super('pro-kid-ready', everywhere);
  }
}

declare global {
  interface HTMLElementEventMap {
    'pro-kid-submit': SubmittingEvent;
    'pro-kid-delivered': DeliveredEvent;
    'pro-kid-failed': FailedEvent;
    'pro-kid-ready': ReadyEvent;
  }
}
