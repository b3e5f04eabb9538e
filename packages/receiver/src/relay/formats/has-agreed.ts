import type { Submission } from '@pro-kid/contract';

/** Whether the consent `updates` was given. */
export const hasAgreedToUpdates = ({ consents }: Submission): boolean =>
  consents.some(({ id, granted }) => id === 'updates' && granted);
