import { loadFormat } from '@pro-kid/client';
import { isOk, objectOf, unreadable } from './answers.ts';
import { jsonRequest } from './json-request.ts';
import type { RelayFormat } from './relay-format.ts';

const open = await loadFormat({ format: 'action-network' });

/** What the person signup helper does not know. */
const OF_ACTIONS = ['comments', 'action_network:referrer_data'];

/**
 * Action Network (OSDI v2) with a key: `…/people/`, a form's `…/submissions` or a petition's
 * `…/signatures`. It says what it kept, other than to pages.
 *
 * https://actionnetwork.org/docs/v2/person_signup_helper
 */
export const actionNetworkApi: RelayFormat = {
  request({ submission }, { secret = '', ...endpoint }) {
    const request = open.request(submission, { ...endpoint, format: 'action-network' });
    if (!('init' in request)) return notHere();
    const body = JSON.parse(request.init.body as string) as Record<string, unknown>;
    if (/\/people\/?$/.test(new URL(endpoint.url).pathname)) {
      for (const name of OF_ACTIONS) delete body[name];
    }
    return jsonRequest('POST', endpoint.url, body, { 'osdi-api-token': secret });
  },

  read(answer, submission, endpoint) {
    const outcome = open.read(answer, submission, { ...endpoint, format: 'action-network' });
    if (!isOk(answer) || outcome.outcome !== 'accepted') return outcome;
    // To those whose key it does not know it says nothing, whatever became of it.
    return Array.isArray(objectOf(answer)?.['identifiers']) ? outcome : unreadable(answer);
  },
};

const notHere = () => ({
  outcome: 'refused' as const,
  code: 'configuration' as const,
  reason: 'the format takes nobody without a name',
});
