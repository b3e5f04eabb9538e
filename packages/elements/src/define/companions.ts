import type { Companions } from '../campaign/companions.ts';

/** The elements that stand in a campaign's: each registers itself when it is needed. */
export const companions: Companions = {
  progress: () => import('./progress.ts'),
  share: () => import('./share.ts'),
  join: () => import('./join.ts'),
};
