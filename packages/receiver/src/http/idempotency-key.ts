import type { Submission } from '@pro-kid/contract';

/**
 * Whether the header `Idempotency-Key`, where there is one, says what the body says: two that differ would
 * make one who retries believe in the wrong one. Its text is quoted in the draft, and bare in what many send.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/.
 */
export const isKeyOf = ({ id }: Submission, header: string | undefined): boolean =>
  header === undefined || header === id || header === `"${id}"`;
