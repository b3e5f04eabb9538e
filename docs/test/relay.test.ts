import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FormatRequest } from '@pro-kid/client';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { examplesIn, firstColumn, load, read, section } from './repository.ts';

const page = read('docs/receiver/relay.md');
const folder = mkdtempSync(join(tmpdir(), 'pro-kid-relay-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const formats = await load<{ RELAY_FORMATS: string[] }>(
  'packages/receiver/src/relay/formats/load-relay-format.ts',
);
const { signedWebhook } = await load<{
  signedWebhook: { request: (relayed: object, target: object) => FormatRequest };
}>('packages/receiver/src/relay/formats/signed-webhook.ts');

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

describe('the page of the relay', () => {
  it('names every format and every key', async () => {
    const named = firstColumn(section(page, '## Formats'));
    assert.deepEqual(named.toSorted(), [...formats.RELAY_FORMATS].toSorted());
    const { TARGET_KEYS } = await load<{ TARGET_KEYS: string[] }>(
      'packages/receiver/src/relay/check-target.ts',
    );
    assert.deepEqual(firstColumn(section(page, '## What a target has')), TARGET_KEYS.toSorted());
  });

  it('shows a file that the receiver takes', async () => {
    const { readTargets } = await load<{
      readTargets: (file: string, environment: object) => Promise<object>;
    }>('packages/receiver/src/relay/read-targets.ts');
    const [example] = examplesIn(page, '## Set it up');
    const key = join(folder, 'key');
    writeFileSync(key, 'a-key\n');
    const text = JSON.stringify(example).replace('/run/secrets/action-network', key);
    const file = join(folder, 'relay.json');
    writeFileSync(file, text);
    assert.deepEqual(Object.keys(await readTargets(file, { CRM_SECRET: secretOf(1) })), [
      'targets',
    ]);
  });

  it('checks a signature as it should', async () => {
    const [, sample = ''] =
      /```js\n([\s\S]+?)```/.exec(section(page, '### Check the signature')) ?? [];
    const file = join(folder, 'verify.mjs');
    writeFileSync(file, sample);
    const { isGenuine } = (await import(pathToFileURL(file).href)) as {
      isGenuine: (headers: object, body: string, secret: string, now?: number) => boolean;
    };
    const now = Date.now();
    const secret = `${secretOf(2)} ${secretOf(1)}`;
    const { init } = signedWebhook.request(
      { submission, countedAt: new Date(now).toISOString(), now },
      { url: 'https://crm.example/', secret },
    );
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = init.body as string;
    for (const known of [secretOf(1), secretOf(2)]) assert.ok(isGenuine(headers, body, known));
    assert.ok(!isGenuine(headers, body, secretOf(3)), 'another secret');
    assert.ok(!isGenuine(headers, `${body} `, secretOf(1)), 'another body');
    assert.ok(!isGenuine(headers, body, secretOf(1), now + 6 * 60_000), 'an old request');
    assert.ok(!isGenuine({ ...headers, 'webhook-id': 'a' }, body, secretOf(1)), 'another id');
    const bad = ['', 'v1,', 'v1', 'v2,AAAA', headers['webhook-signature']!.replaceAll('v1', 'v1a')];
    for (const signature of bad) {
      assert.ok(!isGenuine({ ...headers, 'webhook-signature': signature }, body, secretOf(1)));
    }
    assert.ok(!isGenuine({}, body, secretOf(1)), 'no headers');
    assert.ok(!isGenuine({ ...headers, 'webhook-timestamp': 'x' }, body, secretOf(1)));
  });

  it('says after how many attempts it gives up', async () => {
    const { MOST_ATTEMPTS } = await load<{ MOST_ATTEMPTS: number }>(
      'packages/receiver/src/outbox/back-off.ts',
    );
    assert.ok(section(page, '## When it is sent').includes(`After ${MOST_ATTEMPTS} attempts`));
  });
});
