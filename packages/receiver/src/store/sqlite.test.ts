import assert from 'node:assert/strict';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqlite } from './open-database.ts';
import { openStore, prepareStore } from './open-store.ts';
import type { Store } from './store.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);
const keep = async (store: Store) => {
  const [verdict] = await store.add([entryOf(newSubmission())]);
  return verdict instanceof Error ? verdict.message : verdict?.kept;
};

describe('a store in a SQLite file', () => {
  it('writes ahead, and syncs each commit', async () => {
    const database = new DatabaseSync(newFile());
    const store = await prepareStore(openSqlite(database));
    assert.deepEqual({ ...database.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
    assert.deepEqual({ ...database.prepare('pragma synchronous').get() }, { synchronous: 2 });
    assert.deepEqual({ ...database.prepare('pragma busy_timeout').get() }, { timeout: 1000 });
    await store.close();
  });

  it('finishes writes that were asked for before it closes', async () => {
    const file = newFile();
    const store = await openStore(file);
    const running = Array.from({ length: 20 }, () => keep(store));
    await store.close();
    assert.deepEqual(new Set(await Promise.all(running)), new Set(['stored']));
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
    assert.equal(await keep(store), 'stored');
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
});
