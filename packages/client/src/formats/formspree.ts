import { mappedFields } from './flat-fields.ts';
import { readFormAnswer } from './form.ts';
import { namedOnly } from './named-only.ts';
import { formPost } from './urlencoded.ts';

/** Its codes for fields, in ours. */
const CODES: Readonly<Record<string, string>> = {
  REQUIRED_FIELD_MISSING: 'required',
  REQUIRED_FIELD_EMPTY: 'required',
  TYPE_EMAIL: 'email',
};

/**
 * Formspree (`https://formspree.io/f/{id}`). Reaches `confirmed`, with errors at the fields. It wants
 * to see which site a post comes from, so a page must not set `referrerpolicy="no-referrer"`.
 */
export const formspree = namedOnly({
  // It keeps each post as a new entry.
  keepsOnce: false,
  request: (submission, endpoint) => formPost(endpoint.url, mappedFields(submission, endpoint)),
  read(answer, submission, endpoint) {
    const outcome = readFormAnswer(answer, submission, endpoint);
    // It answers a success with the address of a page to show next, and nothing else.
    if (outcome.outcome === 'accepted' && /"(?:next|ok)"/.test(answer.body)) {
      return { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } };
    }
    if (outcome.outcome !== 'invalid') return outcome;
    const errors = outcome.errors.map((error) => ({
      ...error,
      code: (error.code && CODES[error.code]) ?? error.code,
    }));
    return { outcome: 'invalid', errors };
  },
});
