import { fieldsOf, isForm, startStandIn, type Reply } from './stand-in.ts';

/** What Make and n8n answer by themselves, and what a scenario of the partner's may answer. */
const MAKE = 'text/plain; charset=utf-8';
const REPLIES = {
  'Make accepts': { status: 200, body: 'Accepted', headers: { 'content-type': MAKE } },
  'Make is full': { status: 429, body: 'Too many requests', headers: { 'content-type': MAKE } },
  'n8n starts': { status: 200, body: { message: 'Workflow got started' } },
  'n8n knows no such hook': {
    status: 404,
    body: { code: 404, message: 'The requested webhook is not registered.' },
  },
  'n8n refuses the address': { status: 403, body: 'IP is not whitelisted to access the webhook!' },
  'own problem': {
    status: 422,
    body: { type: 'about:blank', errors: [{ pointer: '/member/email', code: 'email' }] },
    headers: { 'content-type': 'application/problem+json' },
  },
  'own duplicate': { status: 409, body: { type: '/problems/duplicate' } },
  'own receipt': { status: 201 },
} satisfies Record<string, Reply>;

/** A hook of Make (`/{token}`) or n8n (`/webhook/{path}`); neither is recorded to answer OPTIONS. */
export const startWebhook = (scenario: keyof typeof REPLIES = 'Make accepts') =>
  startStandIn<Record<string, string>>({
    cors: 'simple',
    answer(request, keep) {
      if (request.method !== 'POST' || !isForm(request)) return { status: 400, body: 'No form' };
      const fields = fieldsOf(request);
      const reply: Reply = REPLIES[scenario];
      if (reply.status < 300) keep(fields);
      return scenario === 'own receipt'
        ? { ...reply, body: { id: fields['id'], status: 'confirmed' } }
        : reply;
    },
  });
