import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { noteStatements, planOf } from '../testing/query-plans.ts';
import { entryOf, newPledge, sentBy } from '../testing/submissions.ts';
import { openSqlite } from './open-database.ts';
import { prepareStore } from './open-store.ts';

describe('what is asked in a rush', () => {
  it('is found by keys and indexes, never by going through submissions', async () => {
    const database = new DatabaseSync(':memory:');
    const limits = [{ most: 3, seconds: 60 }];
    const store = await prepareStore(openSqlite(database), { limits });
    const statements = noteStatements(database);
    const pledge = newPledge({ campaign: 'a', partner: 'library' });
    const entry = entryOf(pledge, { address: '192.0.2.1', isLimited: true });
    await store.add([entry, entryOf(sentBy(pledge))]);
    await store.add([entry]);
    await store.find(pledge.id, entry.fingerprint);
    await store.confirm(pledge.id);
    for (const scope of [{}, { campaign: 'a' }, { campaign: 'a', byPartner: true }]) {
      await store.counts(scope);
    }
    await store.deletePerson('nobody@example.org', 'drop');

    const steps = statements
      .filter((sql) => !/^(?:begin|commit|pragma)/.test(sql))
      .flatMap((sql) => planOf(database, sql));
    assert.ok(steps.length >= 8, steps.join('\n'));
    const scans = steps.filter((step) =>
      /^SCAN (?:submissions|people|count_shards|outbox)/.test(step),
    );
    assert.deepEqual(scans, []);
    const used = steps.join('\n');
    assert.match(
      used,
      /USING COVERING INDEX submissions_by_address \(address=\? AND scope=\? AND received_at>\?\)/,
    );
    assert.match(used, /USING INDEX submissions_by_mailbox/);
    await store.close();
  });
});
