import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Counts } from '@pro-kid/contract';
import { freePort } from '@pro-kid/tooling/free-port';
import { openDatabase } from '../store/open-database.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const folder = temporaryFolder();
const read = (name: string) =>
  readFileSync(new URL(`../../deploy/${name}`, import.meta.url), 'utf8');
const find = (program: string) =>
  ['/usr/sbin', '/usr/bin'].map((place) => join(place, program)).find((path) => existsSync(path));

const NGINX = find('nginx');
const OPENSSL = find('openssl');
const SYSTEMD_ANALYZE = find('systemd-analyze');
const skipNginx =
  (NGINX === undefined || OPENSSL === undefined) && 'This machine has no nginx, or no openssl.';

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

/** nginx with our file, but for its ports and paths, before a receiver at a port. */
async function startNginx(test: TestContext, receiverPort: number) {
  const [plain, secure] = [await freePort(), await freePort()];
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  execFileSync(
    OPENSSL!,
    `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout ${key} -out ${certificate}`.split(
      ' ',
    ),
    { stdio: 'pipe' },
  );
  const ours = read('nginx.conf')
    .replace('/var/cache/nginx/pro-kid-counts', join(folder, 'counts'))
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${secure} `)
    .replace(/\S+fullchain\.pem/, certificate)
    .replace(/\S+privkey\.pem/, key)
    .replace('127.0.0.1:8787', `127.0.0.1:${receiverPort}`);
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, kind)};`,
  );
  mkdirSync(join(folder, 'counts'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    [
      process.getuid?.() === 0 ? 'user root;' : '',
      `daemon off; worker_processes 1; error_log stderr; pid ${join(folder, 'nginx.pid')};`,
      `events {} http { ${scratch.join(' ')}`,
      ours,
      '}',
    ].join('\n'),
  );
  const child = spawn(NGINX!, ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (words += part));
  const ended = once(child, 'close');
  test.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });

  const ask = async (path: string, body?: string, headers: Record<string, string> = {}) => {
    const asked = request({
      host: '127.0.0.1',
      port: secure,
      path,
      method: body === undefined ? 'GET' : 'POST',
      headers,
      // The certificate is the test's own.
      rejectUnauthorized: false,
    });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const { statusCode: status, headers: answered } = response;
    return { status, headers: answered, body: await text(response) } satisfies Answer;
  };
  while (true) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${words}`);
    const isUp = await ask('/ready').catch(() => setTimeout(20, undefined));
    if (isUp) return { ask, plain };
  }
}

describe('the configuration of nginx', { skip: skipNginx }, () => {
  it('passes on what is posted, says who posted it, and caches counts', async (test) => {
    const database = join(folder, 'a.sqlite');
    const port = await freePort();
    const receiver = startReceiver([
      `--port=${port}`,
      '--host=127.0.0.1',
      `--database=${database}`,
      '--trusted-proxies=1',
      '--limit=2/1h',
    ]);
    test.after(() => receiver.kill('SIGKILL'));
    await receiver.url;
    const { ask, plain } = await startNginx(test, port);

    const counts = JSON.parse((await ask('/counts')).body) as Counts;
    assert.equal(counts.individuals, 0);
    const json = { 'content-type': 'application/json' };
    for (const claimed of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const headers = { ...json, 'x-forwarded-for': claimed };
      const answer = await ask('/submissions', JSON.stringify(newSubmission()), headers);
      assert.equal(answer.status, 201, answer.body);
    }
    const open = await openDatabase(database);
    const rows = await open.database
      .selectFrom('submissions')
      .select(['address', 'state'])
      .orderBy('received_at')
      .execute();
    await open.database.destroy();
    assert.deepEqual(
      rows.map(({ address, state }) => [address, state]),
      [
        ['127.0.0.1', 'counted'],
        ['127.0.0.1', 'counted'],
        ['127.0.0.1', 'flagged'],
      ],
    );

    const large = await ask('/submissions', ' '.repeat(70_000), json);
    assert.equal(large.status, 413);
    assert.match(large.body, /\/problems\/too-large/);
    assert.deepEqual([(await ask('/health')).status, (await ask('/ready')).status], [200, 200]);
    const redirect = await fetch(`http://127.0.0.1:${plain}/counts`, { redirect: 'manual' });
    assert.equal(redirect.status, 308);
    assert.match(redirect.headers.get('location') ?? '', /^https:\/\/127\.0\.0\.1\/counts$/);

    receiver.kill('SIGKILL');
    await receiver.ended;
    // Kept, although there is nobody to ask any more.
    const kept = await ask('/counts');
    assert.deepEqual([kept.status, JSON.parse(kept.body)], [200, counts]);
    assert.equal((await ask('/submissions', '{}', json)).status, 502);
  });
});

const skipUnit = SYSTEMD_ANALYZE === undefined && 'This machine has no systemd-analyze.';
describe('the unit of systemd', { skip: skipUnit }, () => {
  it('is one that systemd understands', () => {
    const unit = join(folder, 'pro-kid-receiver.service');
    writeFileSync(
      unit,
      read('pro-kid-receiver.service').replace('/usr/bin/node', process.execPath),
    );
    const { status, stdout, stderr } = spawnSync(SYSTEMD_ANALYZE!, ['verify', '--man=no', unit], {
      encoding: 'utf8',
    });
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
  });
});
