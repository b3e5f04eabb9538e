import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Counts } from '@pro-kid/contract';
import { individualSubmission } from '@pro-kid/contract/testing';
import { freePort } from '@pro-kid/tooling/free-port';
import pg from 'pg';
import { openDatabase } from '../store/open-database.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { newSubmission } from '../testing/submissions.ts';

function start(test: TestContext, args: string[]) {
  const receiver = startReceiver(args);
  test.after(() => receiver.kill('SIGKILL'));
  return receiver;
}

const post = (url: string, submission: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(submission),
  });

async function readiness(url: string): Promise<[number, unknown]> {
  const response = await fetch(`${url}/ready`);
  return [response.status, await response.json()];
}

describeForEachEngine('running a receiver', (engine) => {
  it('is not ready from SIGTERM on, serves on while it drains, and loses nothing', async (test) => {
    const database = await engine.newDatabase();
    const receiver = start(test, ['--port=0', '--database', database, '--drain', '3']);
    const url = await receiver.url;
    assert.deepEqual(await readiness(url), [200, { status: 'ready' }]);

    receiver.kill('SIGTERM');
    while ((await readiness(url))[0] === 200);
    assert.deepEqual(await readiness(url), [503, { status: 'draining' }]);

    let acknowledged = 0;
    const client = async () => {
      for (;;) {
        try {
          const response = await post(url, newSubmission());
          assert.equal(response.status, 201);
          await response.json();
          acknowledged++;
        } catch (error) {
          // A connection that is refused, or was closed while it idled.
          if (error instanceof assert.AssertionError) throw error;
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, client));
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    assert.ok(acknowledged > 0);

    const open = await openDatabase(database);
    const rows = await open.database.selectFrom('submissions').select('id').execute();
    await open.database.destroy();
    assert.ok(rows.length >= acknowledged, `${rows.length} rows for ${acknowledged} receipts`);
  });

  it('does not drain on Ctrl-C', async (test) => {
    const database = await engine.newDatabase();
    const receiver = start(test, ['--port=0', '--database', database, '--drain', '600']);
    await receiver.url;
    receiver.kill('SIGINT');
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
  });

  it('logs requests without anything of whoever asked', async (test) => {
    const database = await engine.newDatabase();
    const receiver = start(test, ['--port=0', '--database', database]);
    const url = await receiver.url;
    const counts = (await (await fetch(`${url}/counts?campaign=secret`)).json()) as Counts;
    assert.equal(counts.individuals, 0);
    await (await post(url, individualSubmission)).json();
    await (await post(url, { ...individualSubmission, id: 'none' })).json();
    await (await fetch(`${url}/${individualSubmission.member.email}`)).json();
    await (await fetch(`${url}/health`)).json();
    receiver.kill('SIGTERM');
    await receiver.ended;

    const { error } = receiver.written;
    const lines = error
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map(({ level, method, route, status }) => [level, method, route, status]),
      [
        ['info', 'GET', '/counts', 200],
        ['info', 'POST', '/submissions', 201],
        ['info', 'POST', '/submissions', 422],
        ['info', 'GET', 'none', 404],
      ],
    );
    for (const line of lines) {
      assert.deepEqual(Object.keys(line).toSorted(), [
        'level',
        'method',
        'milliseconds',
        'msg',
        'route',
        'status',
        'time',
      ]);
    }
    const { id, member } = individualSubmission;
    for (const text of [id, ...Object.values(member).slice(1), 'secret', '127.0.0.1', '::1']) {
      assert.ok(!error.includes(String(text)), String(text));
    }
  });

  // SQLite works within the process, which answers nobody until that is done.
  if (engine.name === 'sqlite') return;
  it('answers while it waits for its tables, and is not ready', async (test) => {
    const database = await engine.newDatabase();
    const first = start(test, ['--port=0', '--database', database]);
    await first.url;
    first.kill('SIGTERM');
    await first.ended;

    const client = new pg.Client(database);
    await client.connect();
    test.after(() => client.end());
    await client.query('begin; lock table probe in exclusive mode');

    const port = await freePort();
    const url = `http://localhost:${port}`;
    const site = 'https://a.example';
    const receiver = start(test, [`--port=${port}`, '--database', database, '--origin', site]);
    let ready: [number, unknown] | undefined;
    while (ready === undefined) {
      ready = await readiness(url).catch(() => setTimeout(20, undefined));
    }
    assert.deepEqual(ready, [503, { status: 'starting' }]);
    const refused = await post(url, newSubmission(), { origin: site });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('access-control-allow-origin'), site);
    assert.equal(refused.headers.get('retry-after'), '10');
    assert.equal(receiver.written.out, '');

    await client.query('rollback');
    await receiver.url;
    assert.deepEqual(await readiness(url), [200, { status: 'ready' }]);
    assert.equal((await post(url, newSubmission(), { origin: site })).status, 201);
    receiver.kill('SIGTERM');
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
  });
});
