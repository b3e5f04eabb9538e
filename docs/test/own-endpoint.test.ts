import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { deliver } from '@pro-kid/client';
import { individualSubmission as submission } from '@pro-kid/contract/testing';
import { root } from './repository.ts';

const ORIGIN = 'https://firststeps.example';
const folder = mkdtempSync(join(tmpdir(), 'own-endpoint-'));
const FILE = join(folder, 'sign-ups.jsonl');
let url = '';
let sample: ReturnType<typeof spawn>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** As a page of that site posts: browsers add the header that Node's fetch does not. */
const from =
  (origin: string): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as object), origin } });

before(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  const path = resolve(root, 'docs/endpoints/samples/own.mjs');
  sample = spawn(process.execPath, [path], {
    env: { ...process.env, ORIGIN, FILE, PORT: String(port) },
    stdio: 'inherit',
  });
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  );
});
after(() => {
  sample.kill();
  rmSync(folder, { recursive: true });
});

const lines = () => readFileSync(FILE, 'utf8').split('\n').filter(Boolean);

describe('the endpoint of your own that the guide shows', () => {
  it('keeps a submission once, and acknowledges it each time', async () => {
    for (let time = 0; time < 3; time++) {
      const outcome = await deliver(submission, { url }, { fetch: from(ORIGIN) });
      assert.equal(outcome.outcome, 'confirmed');
    }
    const many = Array.from({ length: 20 }, () =>
      deliver(submission, { url }, { fetch: from(ORIGIN) }),
    );
    for (const { outcome } of await Promise.all(many)) assert.equal(outcome, 'confirmed');
    assert.equal(lines().length, 1);
    assert.deepEqual(JSON.parse(lines()[0]!), submission);
  });

  it('says which field is wrong, and keeps nothing of it', async () => {
    const wrong = { ...submission, id: 'other', member: { ...submission.member, email: 'ana' } };
    const outcome = await deliver(wrong, { url }, { fetch: from(ORIGIN) });
    assert.equal(outcome.outcome, 'invalid');
    assert.equal(lines().length, 1);
  });

  it('lets pages of its own site post, and no other', async () => {
    const asks = (origin: string) => from(origin)(url, { method: 'OPTIONS' });
    const allowed = (await asks(ORIGIN)).headers.get('access-control-allow-origin');
    const refused = (await asks('https://evil.example')).headers.get('access-control-allow-origin');
    assert.deepEqual([allowed, refused], [ORIGIN, null]);
    const outcome = await deliver(submission, { url }, { fetch: from('https://evil.example') });
    assert.equal(outcome.outcome, 'refused');
  });

  it('refuses what is too large or no submission', async () => {
    const post = (body: string) => from(ORIGIN)(url, { method: 'POST', body });
    assert.equal((await post('x'.repeat(70_000))).status, 413);
    for (const body of ['', '{', 'null', '[]', '{"id":"x"}']) {
      const { status } = await post(body);
      assert.ok(status === 400 || status === 422, `${status} for ${body}`);
    }
    assert.equal(lines().length, 1);
  });
});
