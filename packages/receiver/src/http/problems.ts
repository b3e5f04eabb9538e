import type { ProblemCode } from '@pro-kid/contract/codes';

export type { ProblemCode };

/** How each problem is answered, by the code that ends its `type`, `/problems/<code>`. */
export const problems = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'idempotency-key': { status: 400, title: 'The Idempotency-Key header names another id' },
  parameters: { status: 400, title: 'The address has parameters that say nothing here' },
  validation: { status: 422, title: 'The submission has errors' },
  'id-reused': { status: 422, title: 'This id belongs to another submission' },
  'too-large': { status: 413, title: 'The body is too large' },
  'media-type': { status: 415, title: 'The body has an unsupported type' },
  origin: { status: 403, title: 'This site may not send submissions here' },
  // 403 and not 409: no other content and no second try resolves it. And not 410, which would say
  // that the address itself is gone, to caches too.
  'campaign-closed': { status: 403, title: 'The campaign is closed' },
  'campaign-not-open': { status: 403, title: 'The campaign is not open yet' },
  'not-found': { status: 404, title: 'Nothing is at this address' },
  method: { status: 405, title: 'This address does not take this method' },
  busy: { status: 503, title: 'Too many submissions come at once' },
  unavailable: { status: 503, title: 'The database cannot be used now' },
  server: { status: 500, title: 'The receiver failed' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
