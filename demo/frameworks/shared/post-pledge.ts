import type { Deliver } from '@pro-kid/elements/pledge.js';

/** Sends a pledge to an address of your own. */
export const postPledge: Deliver = async (submission, { signal }) => {
  const response = await fetch('/api/pledges', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
    signal,
  });
  return response.ok
    ? { outcome: 'accepted' }
    : { outcome: 'refused', code: 'status', status: response.status };
};
