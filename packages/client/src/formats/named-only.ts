import type { Format } from './format.ts';

/** A format that cannot say that somebody signed who gave no name: then it sends nothing. */
export const namedOnly = (format: Format): Format => ({
  ...format,
  request(submission, endpoint) {
    const kind: string = submission.member.kind;
    if (kind !== 'anonymous') return format.request(submission, endpoint);
    const reason = 'this format takes nobody without a name';
    return { outcome: 'refused', code: 'configuration', reason };
  },
});
