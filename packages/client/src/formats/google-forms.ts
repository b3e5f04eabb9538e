import { chosenFields, type FlatField } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { blindFormPost } from './urlencoded.ts';

/**
 * A Google Form (`https://docs.google.com/forms/d/e/{id}/formResponse`); `fields` names the `entry.N`
 * of each question. Reaches `sent`: no page may read its answer. A form that asks people to sign in
 * takes nothing, and does not say so.
 */
export const googleForms = namedOnly({
  // Each post is a new row.
  keepsOnce: false,
  request(submission, endpoint) {
    const { fields = {} } = endpoint;
    if (!fields['email'] || !fields['given-name']) {
      const reason =
        'Google Forms needs the entry of each question: set fields to {"given-name":"entry.1","email":"entry.2"}';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const url = endpoint.url.replace(/\/viewform(\?.*)?$/, '/formResponse');
    const { commitments = [] } = submission.pledge ?? {};
    return blindFormPost(
      url,
      chosenFields(submission, endpoint).flatMap(([name, value]): FlatField[] =>
        // A question with boxes takes each that is ticked by itself, and none that it does not know.
        name === fields['commitments'] ? commitments.map((each) => [name, each]) : [[name, value]],
      ),
    );
  },
  // Never called: the answer is opaque.
  read: () => ({ outcome: 'sent' }),
});
