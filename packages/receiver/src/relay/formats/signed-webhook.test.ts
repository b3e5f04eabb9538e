import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission } from '@pro-kid/contract/testing';
import { readSigningKeys, signedWebhook } from './signed-webhook.ts';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(24, byte).toString('base64')}`;
const target = {
  name: 'crm',
  format: 'signed-webhook',
  url: 'https://crm.example/hooks',
} as const;
const relayed = {
  submission: individualSubmission,
  countedAt: '2026-11-24T12:00:00.000Z',
  now: 1_674_087_231_999,
};

function written(secret: string) {
  const request = signedWebhook.request(relayed, { ...target, secret });
  assert.ok('init' in request);
  const { method, headers, body } = request.init;
  return { url: request.url, method, headers: new Headers(headers), body: body as string };
}

describe('the signed webhook', () => {
  it('sends the submission as it came, with its id', () => {
    const { url, method, headers, body } = written(secretOf(1));
    assert.deepEqual([url, method], ['https://crm.example/hooks', 'POST']);
    assert.equal(headers.get('content-type'), 'application/json');
    assert.equal(headers.get('webhook-id'), individualSubmission.id);
    assert.equal(headers.get('webhook-timestamp'), '1674087231');
    assert.deepEqual(JSON.parse(body), {
      type: 'submission.counted',
      timestamp: '2026-11-24T12:00:00.000Z',
      data: individualSubmission,
    });
  });

  it('signs id, time and body, with both keys while one takes the place of the other', async () => {
    const secrets = [secretOf(1), secretOf(2)];
    const { headers, body } = written(secrets.join('  '));
    const signatures = headers.get('webhook-signature')!.split(' ');
    assert.equal(signatures.length, 2);
    for (const [index, secret] of secrets.entries()) {
      // By another implementation than that of the sender.
      const key = await crypto.subtle.importKey(
        'raw',
        Buffer.from(secret.slice('whsec_'.length), 'base64'),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['verify'],
      );
      const [version, signature] = signatures[index]!.split(',');
      assert.equal(version, 'v1');
      const signed = `${individualSubmission.id}.1674087231.${body}`;
      assert.ok(
        await crypto.subtle.verify(
          'HMAC',
          key,
          Buffer.from(signature!, 'base64'),
          Buffer.from(signed),
        ),
      );
    }
  });

  it('takes keys of 24 to 64 bytes only', () => {
    const keyOf = (length: number) => `whsec_${Buffer.alloc(length, 1).toString('base64')}`;
    for (const good of [keyOf(24), keyOf(64), `${keyOf(24)} ${keyOf(32)}`]) {
      assert.ok('keys' in readSigningKeys(good));
    }
    for (const bad of ['', keyOf(23), keyOf(65), `${keyOf(24)} no`, keyOf(24).slice(6)]) {
      assert.ok('message' in readSigningKeys(bad), bad);
    }
  });
});
