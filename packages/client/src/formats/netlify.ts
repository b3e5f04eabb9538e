import type { Outcome } from '../outcome.ts';
import { isOk, readFailure } from './answer-body.ts';
import { mappedFields } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { formPost } from './urlencoded.ts';

const refuse = (reason: string): Outcome => ({ outcome: 'refused', code: 'configuration', reason });

/**
 * Netlify Forms, for pages of that very Netlify site: `extra` holds the `form-name` of a form that
 * stood in the site when it was deployed. Reaches `accepted`: it answers with a page, also to what it
 * takes for spam.
 */
export const netlify = namedOnly({
  // It keeps each post as a new entry.
  keepsOnce: false,
  request(submission, endpoint) {
    // A server has none, and its types know none.
    const { location } = globalThis as { location?: { origin: string } };
    if (new URL(endpoint.url).origin !== location?.origin) {
      return refuse('Netlify takes forms from pages of the same site only');
    }
    if (!endpoint.extra?.['form-name']) {
      return refuse('Netlify needs the name of the form: set extra to {"form-name":"…"}');
    }
    return formPost(endpoint.url, mappedFields(submission, endpoint));
  },
  read: (answer) => (isOk(answer) ? { outcome: 'accepted' } : readFailure(answer)),
});
