/** What can go wrong, by the code that ends its `type`, `/problems/<code>`. */
export const problems = {
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    remedy: 'Send one JSON object, encoded in UTF-8.',
  },
  parameters: {
    status: 400,
    title: 'The address has parameters that say nothing here',
    remedy: 'Take `campaign` once, with an id, or leave it out. Add `by=partner` only to it.',
  },
  validation: {
    status: 422,
    title: 'The submission has errors',
    remedy: 'Correct the fields that `errors` names by JSON Pointer, and send it again.',
  },
  'id-reused': {
    status: 422,
    title: 'This id belongs to another submission',
    remedy: 'Use a new id for changed content. Send the same id only with the same content.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send at most 65,536 bytes.',
  },
  'media-type': {
    status: 415,
    title: 'The body has an unsupported type',
    remedy: 'Send `Content-Type: application/json` in UTF-8, not compressed.',
  },
  origin: {
    status: 403,
    title: 'This site may not send submissions here',
    remedy: 'The owner of the receiver adds the site with --origin or PRO_KID_ORIGINS.',
  },
  // 403 and not 409: no other content and no second try resolves it. And not 410, which would say
  // that the address itself is gone, to caches too.
  'campaign-closed': {
    status: 403,
    title: 'The campaign is closed',
    remedy: 'It takes no more signatures. Show that it is closed, and do not send it again.',
  },
  'campaign-not-open': {
    status: 403,
    title: 'The campaign is not open yet',
    remedy: 'Ask for signatures from the moment that its file names in `opens`.',
  },
  'not-found': {
    status: 404,
    title: 'Nothing is at this address',
    remedy: 'The addresses are POST /submissions, GET /counts and GET /health.',
  },
  method: {
    status: 405,
    title: 'This address does not take this method',
    remedy: 'Use a method that the `Allow` header names.',
  },
  unavailable: {
    status: 503,
    title: 'The database cannot be used now',
    remedy: 'Try again after the seconds that `Retry-After` names; keep the id of a submission.',
  },
  server: {
    status: 500,
    title: 'The receiver failed',
    remedy: 'Try again; keep the id of a submission. If it fails again, tell the owner.',
  },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemCode = keyof typeof problems;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);
