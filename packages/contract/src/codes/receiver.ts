/** Why the receiver does not start, each with what to do. */
export const startCodes = {
  origin: 'Give scheme and host, without a path, such as `https://your-site.example`.',
  'campaign-twice': 'Give each campaign an `id` of its own, or take one away.',
} as const satisfies Record<string, string>;

/** Ends an error that `createApp` throws, as `[pro-kid/origin]`. */
export type StartCode = keyof typeof startCodes;

/** What the receiver may answer instead of a receipt, each with what to do. */
export const problemCodes = {
  'malformed-json': 'Send one JSON object, encoded in UTF-8.',
  'idempotency-key':
    'Send the `id` of the submission as `Idempotency-Key`, quoted or not, or leave the header out.',
  parameters: 'Take `campaign` once, with an id, or leave it out. Add `by=partner` only to it.',
  validation: 'Correct the fields that `errors` names by JSON Pointer, and send it again.',
  'id-reused': 'Use a new id for changed content. Send the same id only with the same content.',
  'too-large': 'Send at most 65,536 bytes.',
  'media-type': 'Send `Content-Type: application/json` in UTF-8, not compressed.',
  origin: 'The owner of the receiver adds the site with --origin or PRO_KID_ORIGINS.',
  'campaign-closed':
    'It takes no more signatures. Show that it is closed, and do not send it again.',
  'campaign-not-open': 'Ask for signatures from the moment that its file names in `opens`.',
  'not-found':
    'The addresses are POST /submissions, GET /counts, GET /health, GET /ready, GET /openapi.json and GET /problems/{code}.',
  method: 'Use a method that the `Allow` header names.',
  busy: 'Try again after the seconds that `Retry-After` names; keep the id of the submission.',
  unavailable: 'Try again after the seconds that `Retry-After` names; keep the id of a submission.',
  server: 'Try again; keep the id of a submission. If it fails again, tell the owner.',
} as const satisfies Record<string, string>;

/** Ends the `type` of a problem, as `/problems/validation`. */
export type ProblemCode = keyof typeof problemCodes;
