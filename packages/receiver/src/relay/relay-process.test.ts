import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { openDatabase } from '../store/open-database.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { startService, type Service } from '../testing/service.ts';
import { newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const folder = temporaryFolder();
let files = 0;

const post = async (url: string, submission: Submission) => {
  const response = await fetch(`${url}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  });
  assert.equal(response.status, 201);
};

describeForEachEngine('a receiver with a relay', (engine) => {
  const starterFor = async (test: TestContext, { origin }: Service) => {
    const database = await engine.newDatabase();
    const file = join(folder, `${++files}.json`);
    const target = {
      name: 'crm',
      format: 'signed-webhook',
      url: `${origin}/hooks`,
      local: true,
      secret: { env: 'CRM_SECRET' },
    };
    writeFileSync(file, JSON.stringify({ targets: [target] }));
    const start = () => {
      const receiver = startReceiver(['--port', '0', '--database', database, '--relay', file], {
        environment: { CRM_SECRET: SECRET, PRO_KID_LOG_LEVEL: 'error' },
      });
      test.after(() => receiver.kill('SIGKILL'));
      return receiver;
    };
    return { database, start };
  };

  it('passes on at once, and again with the same id after it was killed meanwhile', async (test) => {
    const service = await startService(test, (_, times) =>
      times === 1 ? 'hang' : { status: 200 },
    );
    const { database, start } = await starterFor(test, service);
    const first = start();
    const ana = newSubmission();
    await post(await first.url, ana);
    await service.receives(1);
    first.kill('SIGKILL');
    await first.ended;

    // As if its lease had ended.
    const open = await openDatabase(database);
    const now = new Date().toISOString();
    await open.database.updateTable('outbox').set({ due_at: now }).execute();
    await open.database.destroy();

    const second = start();
    await second.url;
    await service.receives(2);
    second.kill('SIGTERM');
    assert.deepEqual(await second.ended, { code: 0, signal: null });
    assert.match(second.written.out, /^Submissions are passed on to: crm \(signed-webhook\)$/m);
    assert.deepEqual(
      service.received.map(({ headers }) => headers['webhook-id']),
      [ana.id, ana.id],
    );
    assert.equal(service.received[0]!.body, service.received[1]!.body);
    assert.equal(second.written.error, '');
    assert.ok(!JSON.stringify([first.written, second.written]).includes(SECRET.slice(6)));
  });

  it('shares the work with another of its kind: each is passed on once', async (test) => {
    const service = await startService(test, () => ({ status: 200 }));
    const { start } = await starterFor(test, service);
    const first = start();
    await first.url;
    const receivers = [first, start()];
    const urls = await Promise.all(receivers.map(({ url }) => url));
    const submissions = Array.from({ length: 40 }, newSubmission);
    await Promise.all(submissions.map((each, index) => post(urls[index % 2]!, each)));
    await service.receives(40);
    for (const receiver of receivers) receiver.kill('SIGTERM');
    await Promise.all(receivers.map(({ ended }) => ended));
    assert.deepEqual(
      service.received.map(({ headers }) => headers['webhook-id']).toSorted(),
      submissions.map(({ id }) => id).toSorted(),
    );
  });
});
