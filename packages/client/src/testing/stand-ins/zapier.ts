import { fieldsOf, isForm, startStandIn, typeOf, type Received } from './stand-in.ts';

const SUCCESS = {
  status: 'success',
  attempt: '0192-attempt',
  id: '0192-id',
  request_id: '0192-request',
};

/**
 * A hook of Zapier, `/hooks/catch/{account}/{hook}/`. It answers no OPTIONS. Whether a page may read its
 * answer was not recorded, hence `unreadable`.
 */
export const startZapier = (scenario?: 'unreadable' | 'rate-limited') =>
  startStandIn<unknown>({
    cors: scenario === 'unreadable' ? 'none' : 'simple',
    answer(request, keep) {
      if (!/^\/hooks\/catch\/\d+\/\w+\/$/.test(request.path)) return { status: 404 };
      if (scenario === 'rate-limited') return { status: 429, body: { status: 'error' } };
      keep(read(request));
      return { status: 200, body: SUCCESS };
    },
  });

/** It takes forms and JSON, and anything else as it is. */
function read(request: Received): unknown {
  if (isForm(request)) return fieldsOf(request);
  return typeOf(request) === 'application/json' ? JSON.parse(request.body) : request.body;
}
