import type { Submission } from '@pro-kid/contract';

/** The scope of all who join. No campaign can have this id. */
export const JOINS = '';

/** What a submission counts for: '' for a join, else its campaign; null for a signature that names none. */
export const scopeOf = ({ type, source }: Pick<Submission, 'type' | 'source'>): string | null =>
  type === 'join' ? JOINS : (source.campaign ?? null);
