import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { individualSubmission } from '@pro-kid/contract/testing';
import { createReceiver } from '../testing/receiver.ts';

const BODY = JSON.stringify(individualSubmission);
const padded = (bytes: number) => BODY + ' '.repeat(bytes - Buffer.byteLength(BODY));

describe('the type of the body', () => {
  for (const type of [
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
  ]) {
    it(`may be ${type}`, async () => {
      const { post } = await createReceiver();
      assert.equal((await post(BODY, { 'content-type': type })).status, 201);
    });
  }

  for (const type of [
    '',
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'application/jsonp',
    'application/problem+json',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-8; charset=utf-7',
  ]) {
    it(`may not be "${type}"`, async () => {
      const { post, rows } = await createReceiver();
      const response = await post(BODY, { 'content-type': type });
      assert.equal(response.status, 415);
      assert.match(await response.text(), /"type":"\/problems\/media-type"/);
      assert.equal(rows().length, 0);
    });
  }

  it('may not be compressed', async () => {
    const { post } = await createReceiver();
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    for (const encoding of ['gzip', 'br', 'deflate', 'identity, gzip']) {
      assert.equal((await post(bomb, { 'content-encoding': encoding })).status, 415);
    }
  });
});

describe('the size of the body', () => {
  it('may be 64 KiB and no byte more', async () => {
    const { post } = await createReceiver();
    assert.equal((await post(padded(65_536))).status, 201);
    const response = await post(padded(65_537));
    assert.equal(response.status, 413);
    assert.match(await response.text(), /"type":"\/problems\/too-large"/);
  });

  it('is measured while it streams, and no further than needed', async () => {
    const { app } = await createReceiver();
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1024;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const response = await app.request('/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    });
    assert.equal(response.status, 413);
    assert.ok(pulled < 80_000, `${pulled}`);
  });
});

describe('the text of the body', () => {
  const malformed: Record<string, string | Uint8Array<ArrayBuffer>> = {
    nothing: '',
    'half an object': '{"version":1,',
    'a trailing comma': '{"version":1,}',
    'a comment': '/* */{}',
    'two values': '{} {}',
    'single quotes': "{'version':1}",
    'a form': 'version=1',
    'invalid UTF-8': Buffer.from('7b2261223a22ff227d', 'hex'),
    'an overlong encoding': Buffer.from('7b2261223a22c0ae227d', 'hex'),
    'a surrogate in UTF-8': Buffer.from('7b2261223a22eda080227d', 'hex'),
    UTF16: Buffer.from('{}', 'utf16le'),
    'open brackets': '['.repeat(65_000),
    'open objects': '{"a":'.repeat(13_000),
  };
  for (const [title, body] of Object.entries(malformed)) {
    it(`is refused as no JSON: ${title}`, async () => {
      const { post, log } = await createReceiver();
      const response = await post(body);
      assert.equal(response.status, 400);
      assert.match(await response.text(), /"type":"\/problems\/malformed-json"/);
      assert.deepEqual(log, []);
    });
  }

  const withAnswers = (answers: string) => BODY.replace('{', `{"answers":${answers},`);
  const odd: Record<string, [number, string]> = {
    null: [422, 'null'],
    'a number': [422, '1e400'],
    'a list': [422, '[]'],
    'closed brackets, deep': [422, '['.repeat(30_000) + ']'.repeat(30_000)],
    'an unknown key, deep': [
      201,
      BODY.replace('{', `{"x":${'['.repeat(30_000)}${']'.repeat(30_000)},`),
    ],
    'an answer, deep': [422, withAnswers(`{"a":${'{"a":'.repeat(9000)}1${'}'.repeat(9001)}`)],
    'half a surrogate pair': [422, withAnswers(String.raw`{"a":"\ud800"}`)],
    'a whole surrogate pair': [201, withAnswers(String.raw`{"a":"\ud83d\ude00"}`)],
    'a NUL': [422, withAnswers(String.raw`{"a":"\u0000"}`)],
    'a key twice': [201, BODY.replace('{', '{"version":2,')],
    'a key twice, the last one wrong': [422, BODY.replace(/\}$/, ',"version":2}')],
    'a byte order mark': [201, `\uFEFF${BODY}`],
    'an answer for every field of an object': [
      201,
      withAnswers('{"constructor":"a","toString":"b","hasOwnProperty":"c","__proto__":{"x":1}}'),
    ],
  };
  for (const [title, [status, body]] of Object.entries(odd)) {
    it(`never crashes the receiver: ${title}`, async () => {
      const { post, log } = await createReceiver();
      assert.equal((await post(body)).status, status);
      assert.deepEqual(log, []);
    });
  }
});
