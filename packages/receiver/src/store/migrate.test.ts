import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { Counts, Submission } from '@pro-kid/contract';
import { individualSubmission, organizationSubmission } from '@pro-kid/contract/testing';
import { writeFirstFile } from '../testing/first-tables.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { entryOf, newPledge, sentBy } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';

const folder = temporaryFolder();
const withoutTime = ({ asOf: _, ...counts }: Counts) => counts;

describe('a file of the first version', () => {
  const pledges = [
    newPledge({ campaign: 'a', partner: 'library' }),
    newPledge({ campaign: 'a', partner: 'library', kind: 'organization' }),
    newPledge({ campaign: 'a', partner: 'clinic', kind: 'anonymous' }),
    newPledge({ campaign: 'a', type: 'petition' }),
    newPledge({ campaign: 'b', partner: 'clinic' }),
  ];
  const withoutCampaign = newPledge({ partner: 'clinic' });
  delete withoutCampaign.source.campaign;
  const joins = [individualSubmission, organizationSubmission];
  // The same person with another spelling, which that version counted as another.
  const again: Submission = {
    ...sentBy(individualSubmission, { email: individualSubmission.member.email.toUpperCase() }),
    // All came in the same moment, and this one is to be the last.
    id: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
  };
  const submissions = [...joins, ...pledges, withoutCampaign, again];

  const write = (name: string) => {
    const file = join(folder, name);
    writeFirstFile(file, submissions);
    return file;
  };

  it('is counted anew: who joined, and who signed what through whom', async () => {
    const store = await openStore(write('counted-anew.sqlite'));
    const read = async (...scope: Parameters<typeof store.counts>) =>
      withoutTime(await store.counts(...scope));
    assert.deepEqual(await read(), { individuals: 1, organizations: 1 });
    assert.deepEqual(await read({ campaign: 'a', byPartner: true }), {
      individuals: 3,
      organizations: 1,
      partners: {
        library: { individuals: 1, organizations: 1 },
        clinic: { individuals: 1, organizations: 0 },
      },
    });
    assert.deepEqual(await read({ campaign: 'b' }), { individuals: 1, organizations: 0 });

    // And goes on from there.
    const next = newPledge({ campaign: 'a', partner: 'clinic' });
    await store.add([entryOf(next)]);
    assert.equal((await read({ campaign: 'a' })).individuals, 4);
    assert.deepEqual(await store.recount(), []);
    await store.close();
  });

  it('keeps its rows, and lets an empty e-mail address be none', async () => {
    const file = write('keeps-rows.sqlite');
    const store = await openStore(file);
    const verdicts = await store.add(submissions.map((submission) => entryOf(submission)));
    assert.deepEqual(
      new Set(verdicts.map((verdict) => 'kept' in verdict && verdict.kept)),
      new Set(['same']),
    );
    const states = verdicts.map((verdict) => 'state' in verdict && verdict.state);
    assert.deepEqual(new Set(states.slice(0, -1)), new Set(['counted']));
    assert.equal(states.at(-1), 'repeated');
    await store.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('select email, kind, body, received_at from submissions').all();
    database.close();
    const bodies = new Map(
      rows.map(({ body }) => {
        const kept = JSON.parse(String(body)) as Submission;
        return [kept.id, kept];
      }),
    );
    assert.equal(rows.length, submissions.length);
    for (const submission of submissions) {
      assert.deepEqual(bodies.get(submission.id), JSON.parse(JSON.stringify(submission)));
    }
    assert.ok(rows.every((row) => row['received_at'] === '2026-11-02T00:00:00Z'));
    assert.deepEqual(
      rows.filter(({ email }) => email === null).map(({ kind }) => kind),
      ['anonymous'],
    );
  });

  it('has the same tables as a new file, but for how they came about', async () => {
    const tablesOf = async (file: string) => {
      await (await openStore(file)).close();
      const database = new DatabaseSync(file, { readOnly: true });
      const tables = database.prepare('select name, sql from sqlite_master order by name').all();
      database.close();
      return tables.map((table) => ({ ...table }));
    };
    assert.deepEqual(
      await tablesOf(write('old.sqlite')),
      await tablesOf(join(folder, 'new.sqlite')),
    );
  });

  it('is left as it was where it cannot be brought up to date', async () => {
    const file = write('left.sqlite');
    const before = new DatabaseSync(file);
    before.exec("update submissions set email = '' where kind = 'organization'");
    before.close();
    await assert.rejects(openStore(file), /email_unless_anonymous/);
    const database = new DatabaseSync(file, { readOnly: true });
    const [{ total }] = database.prepare('select count(*) as total from submissions').all() as [
      { total: number },
    ];
    assert.equal(total, submissions.length);
    assert.equal(database.prepare('select * from counts').all().length, 3);
    database.close();
  });
});

describeForEachEngine('an empty database', (engine) => {
  // In one process, SQLite would wait for itself; the test of the command starts two.
  if (engine.name === 'postgres') {
    it('gets its tables once, though several find it empty', async () => {
      const address = await engine.newDatabase();
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(address)));
      const verdicts = await Promise.all(stores.map((store) => store.add([entryOf(newPledge())])));
      assert.ok(verdicts.flat().every((verdict) => 'kept' in verdict && verdict.kept === 'stored'));
      await Promise.all(stores.map((store) => store.close()));
    });
  }

  it('is not opened by a version that is older than its tables', async () => {
    const address = await engine.newDatabase();
    await (await openStore(address)).close();
    const { database } = await openDatabase(address);
    await database
      .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
      .insertInto('kysely_migration')
      .values({ name: '9999-later', timestamp: '2030-01-01T00:00:00.000Z' })
      .execute();
    await database.destroy();
    await assert.rejects(openStore(address), /newer version of the receiver \("9999-later"\)/);
  });
});
