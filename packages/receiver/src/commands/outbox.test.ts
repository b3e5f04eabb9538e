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
});
