import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { openStore } from '../store/open-store.ts';
import { runOn } from '../testing/command.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const folder = temporaryFolder();

describeForEachEngine('commands and the outbox', (engine) => {
  it('give who comes to count to the relay, without its secrets', async () => {
    const database = await engine.newDatabase();
    const store = await openStore(database);
    const ana = newSubmission();
    await store.add([entryOf(ana, { flag: 'limit' })]);
    const relay = join(folder, `${engine.name}.json`);
    const target = {
      name: 'crm',
      format: 'signed-webhook',
      url: 'https://crm.example/',
      secret: { env: 'CRM_SECRET' },
    };
    writeFileSync(relay, JSON.stringify({ targets: [target] }));
    const unflag = ['unflag', '--id', ana.id, '--yes', '--relay', relay];
    const { code, error } = await runOn(database, unflag);
    assert.deepEqual([code, error], [0, '']);
    const [row] = await store.findOutbox([ana.id]);
    assert.deepEqual([row!.target, row!.state], ['crm', 'waiting']);

    const wrong = await runOn(database, ['flag', '--id', ana.id, '--relay', join(folder, 'none')]);
    assert.equal(wrong.code, 1);
    assert.match(wrong.error, /none cannot be read: it does not exist\. See pro-kid-rec/);
    await store.close();
  });

  it('say what was sent, waits and was given up, try it again and erase it', async () => {
    const database = await engine.newDatabase();
    assert.equal((await runOn(database, ['migrate'])).code, 0);
    assert.equal((await runOn(database, ['outbox'])).out, 'The outbox is empty\n');

    const store = await openStore(database, {
      whenCounted: () =>
        ['crm', 'news'].map(
          (target) => ({ kind: 'relay', target, payload: '{"secret":1}' }) as const,
        ),
    });
    const submissions = Array.from({ length: 3 }, () => newSubmission());
    await store.add(submissions.map((each) => entryOf(each)));
    const now = new Date().toISOString();
    const claim = { kinds: ['relay'], most: 99, now, leaseUntil: now } as const;
    const jobs = await store.outbox.claim(claim);
    const crm = jobs.filter(({ target }) => target === 'crm');
    await store.outbox.finish(crm[0]!, now);
    await store.outbox.abandon(crm[1]!, 'http-410', now);
    for (const job of jobs.filter(({ target }) => target === 'news')) {
      await store.outbox.abandon(job, 'http-422', now);
    }

    const { code, out, error } = await runOn(database, ['outbox']);
    assert.deepEqual([code, error], [0, '']);
    const lines = out.split('\n');
    assert.deepEqual(lines.slice(0, 2), [
      'relay to crm: 1 given up, 1 sent, 1 waiting',
      'relay to news: 3 given up',
    ]);
    assert.ok(
      lines.includes(`${now}  relay to crm  given up  after 1 attempt  http-410  ${crm[1]!.id}`),
    );
    for (const { id, member } of submissions)
      assert.ok(!out.includes(id) && !out.includes(member.email));
    assert.ok(!out.includes('secret'));

    const done = async (...args: string[]) => (await runOn(database, ['outbox', ...args])).out;
    assert.equal(await done('--replay', crm[1]!.id), 'Tried again from now on: 1\n');
    assert.equal(await done('--replay', crm[1]!.id), 'Nothing of this was given up\n');
    assert.equal(await done('--drop', 'news'), 'Nothing was erased. With --yes, it is: 3\n');
    assert.equal(await done('--replay', 'news'), 'Tried again from now on: 3\n');
    const again = await store.outbox.claim({ ...claim, now: new Date().toISOString() });
    assert.deepEqual(again.map(({ target, attempts }) => `${target} ${attempts}`).toSorted(), [
      'crm 1',
      'crm 2',
      'news 1',
      'news 1',
      'news 1',
    ]);
    for (const job of again) await store.outbox.abandon(job, 'http-410', now);
    assert.equal(await done('--drop', 'all-dead', '--yes'), 'Erased: 5\n');
    assert.equal(await done(), 'relay to crm: 1 sent\n');

    const both = await runOn(database, ['outbox', '--replay', 'crm', '--drop', 'crm']);
    assert.equal(both.code, 1);
    assert.match(both.error, /^Either --replay or --drop can be done at a time\. See pro-kid-/);
    await store.close();
  });
});
