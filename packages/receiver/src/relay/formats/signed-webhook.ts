import { createHmac } from 'node:crypto';
import { isOk, readFailure } from './answers.ts';
import { jsonRequest } from './json-request.ts';
import type { RelayFormat } from './relay-format.ts';

const PREFIX = 'whsec_';
const SHORTEST = 24;
const LONGEST = 64;

/**
 * A service of your own: `{ type, timestamp, data }` as JSON, with the submission in `data`, signed by
 * Standard Webhooks (https://www.standardwebhooks.com). `webhook-id` is the submission's id, so that it
 * is the same each time that it is sent. Any 2xx is an acknowledgement.
 */
export const signedWebhook: RelayFormat = {
  request({ submission, countedAt, now }, { url, secret = '' }) {
    const keys = readSigningKeys(secret);
    if ('message' in keys) {
      return { outcome: 'refused', code: 'configuration', reason: keys.message };
    }
    const message = { type: 'submission.counted', timestamp: countedAt, data: submission };
    const request = jsonRequest('POST', url, message, {});
    const timestamp = String(Math.floor(now / 1_000));
    const signed = `${submission.id}.${timestamp}.${request.init.body as string}`;
    const headers = {
      ...(request.init.headers as Record<string, string>),
      'webhook-id': submission.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': keys.keys.map((key) => signatureOf(signed, key)).join(' '),
    };
    return { url, init: { ...request.init, headers } };
  },

  read: (answer) => (isOk(answer) ? { outcome: 'accepted' } : readFailure(answer, undefined)),
};

const signatureOf = (signed: string, key: Uint8Array) =>
  `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;

/** The keys that a text holds, with spaces between them while one takes the place of another. */
export function readSigningKeys(text: string): { keys: Buffer[] } | { message: string } {
  const keys = text
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part.startsWith(PREFIX) ? part.slice(PREFIX.length) : '', 'base64'));
  return keys.length > 0 && keys.every(({ length }) => length >= SHORTEST && length <= LONGEST)
    ? { keys }
    : { message: `${PREFIX} and ${SHORTEST} to ${LONGEST} bytes in Base64` };
}
