import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import type { Counts } from '@pro-kid/contract';
import { individualSubmission, organizationSubmission } from '@pro-kid/contract/testing';
import { fingerprint } from '../canonical-json.ts';
import { writeFirstFile } from '../testing/first-tables.ts';
import { noteStatements, planOf } from '../testing/query-plans.ts';
import { newPledge } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createSqliteStore, openStore } from './sqlite-store.ts';

const folder = temporaryFolder();
/** Neither `SCAN` nor `USE TEMP B-TREE`, which sorts what was found. */
const BY_KEY = /^SEARCH \w+ USING (?:INTEGER PRIMARY KEY|INDEX \w+) \(\w+=\?\)/;
const withoutTime = ({ asOf: _, ...counts }: Counts) => counts;

describe('the counts of a store', () => {
  it('are found by their keys in a rush of reads, never by going through rows', async () => {
    const database = new DatabaseSync(':memory:');
    const store = await createSqliteStore(database);
    for (const partner of ['library', 'clinic', undefined]) {
      const pledge = newPledge({ campaign: 'a', partner });
      await store.save(pledge, fingerprint(pledge));
    }
    const statements = noteStatements(database);
    const scopes = [{}, { campaign: 'a' }, { campaign: 'a', byPartner: true }, { campaign: 'z' }];
    await Promise.all(Array.from({ length: 300 }, (_, index) => store.counts(scopes[index % 4])));
    // One statement a read.
    assert.equal(statements.length, 300);

    const steps = [...new Set(statements)].flatMap((sql) => planOf(database, sql));
    assert.equal(steps.length, 4);
    for (const step of steps) assert.match(step, BY_KEY);
    assert.ok(!steps.join().includes('submissions'));
  });

  it('are raised without going through rows, too', async () => {
    const database = new DatabaseSync(':memory:');
    const store = await createSqliteStore(database);
    const statements = noteStatements(database);
    const pledge = newPledge({ campaign: 'a', partner: 'library' });
    await store.save(pledge, fingerprint(pledge));
    await store.save(pledge, fingerprint(pledge));
    await store.find(pledge.id, fingerprint(pledge));
    const steps = [...new Set(statements)]
      .filter((sql) => !/^(?:begin|commit)/.test(sql))
      .flatMap((sql) => planOf(database, sql));
    assert.equal(steps.length, 1);
    assert.match(steps[0]!, BY_KEY);
  });

  it('are undone with a submission that could not be kept', async () => {
    const database = new DatabaseSync(':memory:');
    const store = await createSqliteStore(database);
    database.exec(
      "create trigger fail before insert on partner_counts begin select raise(abort, 'no'); end",
    );
    const pledge = newPledge({ campaign: 'a', partner: 'library' });
    await assert.rejects(store.save(pledge, fingerprint(pledge)), /no/);
    assert.equal(await store.find(pledge.id, fingerprint(pledge)), undefined);
    const counts = await store.counts({ campaign: 'a' });
    assert.deepEqual([counts.individuals, counts.organizations], [0, 0]);
  });
});

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
  const submissions = [...joins, ...pledges, withoutCampaign];

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
    assert.equal(await store.save(next, fingerprint(next)), 'saved');
    assert.equal((await read({ campaign: 'a' })).individuals, 4);
    await store.close();
  });

  it('keeps its rows, and lets an empty e-mail address be none', async () => {
    const file = write('keeps-rows.sqlite');
    const store = await openStore(file);
    for (const submission of submissions) {
      assert.equal(await store.save(submission, fingerprint(submission)), 'same');
    }
    await store.close();
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('select email, kind, body, received_at from submissions').all();
    database.close();
    assert.deepEqual(
      rows.map(({ body }) => JSON.parse(String(body)) as unknown),
      submissions.map((submission) => JSON.parse(JSON.stringify(submission)) as unknown),
    );
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
