import { check, submission as schema, type NamedSubmission } from '@pro-kid/contract';
import { startStandIn, typeOf, type Reply } from './stand-in.ts';

export interface OwnEndpointSettings {
  /** What it lets pages send, in its answer to OPTIONS; without it, it answers none. */
  allowHeaders?: string;
  exposeHeaders?: string;
  isBusy?: boolean;
}

/** An endpoint of one's own, as the contract asks: receipts and problems, each id once, each member once. */
export function startOwnEndpoint({
  allowHeaders,
  exposeHeaders = '',
  isBusy,
}: OwnEndpointSettings = {}) {
  const kept = new Map<string, string>();
  return startStandIn<NamedSubmission>({
    cors: allowHeaders ? 'preflight' : 'simple',
    ...(allowHeaders && { allowHeaders }),
    exposeHeaders,
    answer(request, keep) {
      if (request.method !== 'POST') return { status: 405 };
      if (isBusy) return problem(429, {}, { 'retry-after': '30' });
      if (!['application/json', 'text/plain'].includes(typeOf(request))) return problem(415);
      const body: unknown = JSON.parse(request.body);
      const verdict = check(schema, body);
      if (!verdict.valid) return problem(422, { errors: verdict.errors });
      const { id, member } = body as NamedSubmission;
      const key = request.headers.get('idempotency-key');
      if (key && key !== `"${id}"`) return problem(400);

      const known = kept.get(id);
      if (known !== undefined && known !== request.body)
        return problem(422, { type: '/problems/id' });
      const isMember = [...kept.values()].some((each) => each.includes(`"${member.email}"`));
      if (known === undefined && isMember) return problem(409, { type: '/problems/duplicate' });
      if (known === undefined) keep(body as NamedSubmission);
      kept.set(id, request.body);
      return { status: 201, body: { id, status: 'confirmed' } };
    },
  });
}

const problem = (
  status: number,
  more: object = {},
  headers: Record<string, string> = {},
): Reply => ({
  status,
  body: { type: 'about:blank', status, ...more },
  headers: { 'content-type': 'application/problem+json', ...headers },
});
