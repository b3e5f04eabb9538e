import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { newSubmission } from '../testing/submissions.ts';
import { createApp } from './app.ts';

describeForEachEngine('a receiver whose database fails', (engine) => {
  // For SQLite, see app.test.ts.
  if (engine.name === 'sqlite') return;

  const open = async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const log: string[] = [];
    const app = createApp({ store, origins: [], log: (line) => log.push(line) });
    const post = () =>
      app.request('/submissions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(newSubmission()),
      });
    const operate = async (...statements: string[]) => {
      const client = new pg.Client(address);
      await client.connect();
      for (const statement of statements) await client.query(statement);
      await client.end();
    };
    const name = new URL(address).pathname.slice(1);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = '${name}' and pid <> pg_backend_pid()`;
    return { address, store, app, log, post, operate, name, cut };
  };
  const isRed = async (response: Response) => {
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('retry-after'), '10');
    assert.match(await response.text(), /"type":"\/problems\/unavailable"/);
  };

  it('acknowledges nothing while it is read-only, and recovers', async () => {
    const { store, app, log, post, operate, name, cut } = await open();
    assert.equal((await post()).status, 201);
    await operate(`alter database ${name} set default_transaction_read_only = on`, cut);
    // The first to use a connection that was cut may find it so.
    await post();
    await isRed(await post());
    await isRed(await app.request('/health'));
    assert.ok(log.includes('Store failed: error 25006'), log.join());
    await operate(
      'set default_transaction_read_only = off',
      `alter database ${name} set default_transaction_read_only = off`,
      cut,
    );
    await app.request('/health');
    assert.equal((await app.request('/health')).status, 200);
    assert.equal((await post()).status, 201);
    assert.equal((await store.counts()).individuals, 2);
    await store.close();
  });

  it('goes on with new connections when all were cut', async () => {
    const { store, app, post, operate, cut } = await open();
    assert.equal((await post()).status, 201);
    await operate(cut);
    const answers = [await post(), await post(), await post()].map(({ status }) => status);
    assert.equal(answers.at(-1), 201);
    assert.equal((await app.request('/health')).status, 200);
    const stored = 1 + answers.filter((status) => status === 201).length;
    assert.equal((await store.counts()).individuals, stored);
    await store.close();
  });

  it('outlives a connection that breaks while it is in use', async () => {
    const { address, store, operate, cut } = await open();
    const { database } = await openDatabase(address);
    await database.connection().execute(async (connection) => {
      await sql`select 1`.execute(connection);
      await operate(cut);
      // It is heard of at some moment between two statements.
      const isBroken = async () => {
        await setTimeout(10);
        return sql`select 1`.execute(connection).then(
          () => false,
          () => true,
        );
      };
      while (!(await isBroken()));
      await setTimeout(50);
    });
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database);
    assert.deepEqual(rows, [{ one: 1 }]);
    await database.destroy();
    await store.close();
  });
});
