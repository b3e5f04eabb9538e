import type { SubmissionType } from '@pro-kid/contract';
import type { WhenCounted } from '../store/store.ts';
import { takesNameless } from './formats/load-relay-format.ts';
import type { Target } from './target.ts';

/** Which targets a submission goes to. What is sent is read when it is sent, from the submission. */
export const relayTo =
  (targets: readonly Target[]): WhenCounted =>
  (row) =>
    targets
      .filter(
        (target) =>
          (target.types?.includes(row.type as SubmissionType) ?? true) &&
          (target.campaigns?.includes(row.campaign ?? '') ?? true) &&
          (row.kind !== 'anonymous' || takesNameless(target)),
      )
      .map(({ name }) => ({ kind: 'relay', target: name, payload: '{}' }));
