import assert from 'node:assert/strict';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { organizationSubmission } from '@pro-kid/contract/testing';
import { fingerprint } from '../canonical-json.ts';
import { newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createSqliteStore, openStore } from './sqlite-store.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);
const keep = (store: Awaited<ReturnType<typeof openStore>>, submission = newSubmission()) =>
  store.save(submission, fingerprint(submission));

describe('a store in a SQLite file', () => {
  it('writes ahead, and syncs each commit', async () => {
    const database = new DatabaseSync(newFile());
    const store = await createSqliteStore(database);
    assert.deepEqual({ ...database.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
    assert.deepEqual({ ...database.prepare('pragma synchronous').get() }, { synchronous: 2 });
    assert.deepEqual({ ...database.prepare('pragma busy_timeout').get() }, { timeout: 1000 });
    await store.close();
  });

  it('keeps what it has over a restart', async () => {
    const file = newFile();
    const submission = newSubmission();
    const first = await openStore(file);
    assert.equal(await keep(first, submission), 'saved');
    assert.equal(await keep(first, organizationSubmission), 'saved');
    await first.close();

    const second = await openStore(file);
    assert.equal(await keep(second, submission), 'same');
    assert.equal(await second.save(submission, 'another'), 'other');
    const { individuals, organizations } = await second.counts();
    assert.deepEqual([individuals, organizations], [1, 1]);
    await second.close();
  });

  it('copies what rows are found by into columns', async () => {
    const database = new DatabaseSync(':memory:');
    const store = await createSqliteStore(database);
    const submission = newSubmission();
    submission.source.campaign = 'spring';
    const before = new Date().toISOString();
    await keep(store, submission);
    const row = { ...database.prepare('select * from submissions').get() };
    const { body, received_at: receivedAt, ...columns } = row;
    assert.deepEqual(columns, {
      id: submission.id,
      fingerprint: fingerprint(submission),
      type: 'join',
      kind: 'individual',
      email: submission.member.email,
      campaign: 'spring',
      partner: 'first-steps',
    });
    assert.deepEqual(JSON.parse(body as string), submission);
    assert.ok((receivedAt as string) >= before);
  });

  it('finishes writes that were asked for before it closes', async () => {
    const file = newFile();
    const store = await openStore(file);
    const running = Array.from({ length: 20 }, () => keep(store));
    await store.close();
    assert.deepEqual(new Set(await Promise.all(running)), new Set(['saved']));
    const again = await openStore(file);
    assert.equal((await again.counts()).individuals, 20);
    await again.close();
  });

  it('works again after another process held its lock for too long', async () => {
    const file = newFile();
    const store = await openStore(file);
    const other = new DatabaseSync(file);
    other.exec('begin exclusive');
    await assert.rejects(keep(store), /locked/);
    other.exec('rollback');
    assert.equal(await keep(store), 'saved');
    assert.equal((await store.counts()).individuals, 1);
    other.close();
    await store.close();
  });

  it('is for the eyes of its owner', async () => {
    const file = newFile();
    const store = await openStore(file);
    for (const part of ['', '-wal', '-shm']) {
      assert.equal(statSync(`${file}${part}`).mode & 0o777, 0o600, part);
    }
    await store.close();
  });

  it('is not opened where it cannot be, nor is anything else overwritten', async () => {
    const text = newFile();
    writeFileSync(text, 'Dear diary, this is no database. '.repeat(100));
    await assert.rejects(openStore(text), /file is not a database/);
    assert.match(String(statSync(text).size), /^3300$/);

    const directory = newFile();
    mkdirSync(directory);
    await assert.rejects(openStore(directory), { code: 'EISDIR' });
    await assert.rejects(openStore(join(folder, 'none', 'a.sqlite')), { code: 'ENOENT' });
  });

  it('is not opened by a version that is older than its tables', async () => {
    const file = newFile();
    await (await openStore(file)).close();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')");
    database.close();
    await assert.rejects(openStore(file), /9999-later/);
  });
});
