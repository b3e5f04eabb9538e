import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Campaign } from '@pro-kid/contract';
import { freePort } from '@pro-kid/tooling/free-port';

const START = join(import.meta.dirname, '../server/start.ts');

interface Started {
  process: ChildProcess;
  /** All that it has written so far. */
  written: { out: string; error: string };
  /** Resolves when it has written this. */
  says(words: string): Promise<void>;
  /** Resolves to its exit code. */
  ended: Promise<number | null>;
}

test('npm start: two sites and the receiver answer, and Ctrl-C stops them', async (t) => {
  const ports = {
    PORT: String(await freePort()),
    SECOND_PORT: String(await freePort()),
    RECEIVER_PORT: String(await freePort()),
  };
  const demo = await start(t, ports);
  const addresses = Object.values(ports).map((port) => `http://localhost:${port}`);
  const [site, second, receiver] = addresses;
  await demo.says('Ctrl-C');
  for (const address of addresses) {
    assert.ok(demo.written.out.includes(address), demo.written.out);
  }

  const page = await (await fetch(site!)).text();
  assert.ok(page.includes(`endpoint="${receiver}/submissions"`));
  assert.match(await (await fetch(second!)).text(), /<pro-kid-pledge\s/);
  const answer = await fetch(`${second}/campaigns/permanent-connections.json`);
  assert.deepEqual(((await answer.json()) as Campaign).endpoint, {
    url: `${receiver}/submissions`,
    counts: { url: `${receiver}/counts?campaign=permanent-connections` },
  });
  assert.equal((await fetch(`${receiver}/health`)).status, 200);

  // Ctrl-C reaches every process in the terminal's group.
  process.kill(-demo.process.pid!, 'SIGINT');
  assert.equal(await demo.ended, 0);
  assert.equal(demo.written.error, '');
  for (const address of addresses) await assert.rejects(fetch(address));
});

const settings = ['PORT', 'SECOND_PORT', 'RECEIVER_PORT'];
for (const variable of settings) {
  test(`npm start: ${variable} is in use, and one sentence says so`, async (t) => {
    const taken = await freePort();
    const neighbor = createServer().listen(taken);
    await once(neighbor, 'listening');
    t.after(() => neighbor.close());

    const ports: Record<string, string> = {};
    for (const setting of settings) ports[setting] = String(await freePort());
    const demo = await start(t, { ...ports, [variable]: `${taken}` });
    assert.equal(await demo.ended, 1);
    assert.equal(
      demo.written.error,
      `Port ${taken} is already in use. Set ${variable} to another port.\n`,
    );
    assert.equal(demo.written.out, '');
  });
}

test('npm start: a port that is none is named', async (t) => {
  const demo = await start(t, { PORT: 'eighty' });
  assert.equal(await demo.ended, 1);
  assert.equal(demo.written.error, 'PORT is "eighty". Set it to a port number from 1 to 65535.\n');
});

async function start(t: TestContext, environment: Record<string, string>): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'pro-kid-start-'));
  const child = spawn(process.execPath, [START], {
    env: {
      PATH: process.env['PATH'],
      PRO_KID_DATABASE: join(folder, 'submissions.sqlite'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const written = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.error += text));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  return {
    process: child,
    written,
    ended,
    async says(words) {
      const endedEarly = ended.then(() => Promise.reject(new Error(written.error)));
      endedEarly.catch(() => {});
      while (!written.out.includes(words)) {
        await Promise.race([once(child.stdout, 'data'), endedEarly]);
      }
    },
  };
}
