import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { parseCommand } from '../options/options.ts';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { sampleCampaign } from '../testing/campaigns.ts';
import { collect } from '../testing/collect.ts';
import { runOn } from '../testing/command.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { writeFirstFile } from '../testing/first-tables.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { entryOf, newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { checkDatabase } from './check-database.ts';
import { checkDisk, judgeRoom } from './check-disk.ts';
import { checkOptions } from './check-options.ts';
import type { Finding } from './finding.ts';

const folder = temporaryFolder();
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const linesOf = (findings: Finding[]) => findings.map(({ level, text }) => `${level}: ${text}`);
const worst = async (findings: AsyncIterable<Finding>) =>
  linesOf((await collect(findings)).filter(({ level }) => level !== 'ok' && level !== 'note'));

describeForEachEngine('the doctor', (engine) => {
  it('finds a database that is well, and one beside which a receiver runs', async (test) => {
    const database = await engine.newDatabase();
    const args = ['--port', '0', '--database', database];
    const receiver = startReceiver(args);
    test.after(() => receiver.kill('SIGKILL'));
    const { port } = new URL(await receiver.url);
    const doctor = ['doctor', '--port', port, '--origin', 'https://a.example'];
    const { code, out, error } = await runOn(database, doctor);
    assert.deepEqual({ code, error }, { code: 0, error: '' });
    assert.match(
      out,
      /^ok {7}The database .+ can be reached\.\nok {7}Its tables are up to date\.\nok {7}It takes a write\.\n/,
    );
    assert.match(out, /\nok {7}The clock is plausible/);
    assert.match(out, /\nok {7}A receiver runs, and is well: http:\/\/localhost:\d+\/health\.\n/);
    assert.match(out, /\n0 problems, 0 warnings\n$/);
  });

  it('finds tables that are not up to date, and leaves them so', async () => {
    const database = await engine.newDatabase();
    if (engine.name === 'sqlite') writeFirstFile(database, [newSubmission()]);
    for (let round = 0; round < 2; round++) {
      const [finding] = (await collect(checkDatabase(database))).filter(
        ({ level }) => level === 'problem',
      );
      assert.match(
        finding!.text,
        /^Its tables are not up to date\. What is missing: .*0003-people.*\.$/,
      );
      assert.match(finding!.remedy!, /pro-kid-receiver migrate$/);
    }
  });

  it('finds what is late, given up and kept for too long, and a clock that went back', async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    const outbox = [{ kind: 'relay', target: 'crm', payload: '{}', states: ['counted'] }] as const;
    await store.add([entryOf(newSubmission(), { outbox, address: '192.0.2.7' })]);
    const { database } = await openDatabase(address);
    assert.deepEqual(await worst(checkDatabase(address)), []);

    await database
      .updateTable('outbox')
      .set({ due_at: inDays(-1) })
      .execute();
    await database
      .updateTable('submissions')
      .set({ received_at: inDays(-32) })
      .execute();
    assert.deepEqual(await worst(checkDatabase(address)), [
      'warning: 1 to be sent should have been sent an hour ago or earlier.',
      'warning: IP addresses are kept for longer than 30 days.',
    ]);
    await database.updateTable('outbox').set({ state: 'dead' }).execute();
    await database
      .updateTable('submissions')
      .set({ received_at: inDays(1) })
      .execute();
    const [dead, clock, ...others] = await worst(checkDatabase(address));
    assert.equal(dead, 'warning: 1 to be sent were given up.');
    assert.match(clock!, /^problem: The clock went back: the last submission came at /);
    assert.deepEqual(others, []);
    await database.destroy();
    await store.close();
  });

  const skip = engine.name === 'sqlite' && 'A file that root cannot write is hard to come by.';
  it('finds a database that takes no write', { skip }, async () => {
    const address = await engine.newDatabase();
    await (await openStore(address)).close();
    const { database } = await openDatabase(address);
    const name = new URL(address).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(
      database,
    );
    await database.destroy();
    const [finding] = await worst(checkDatabase(address));
    assert.match(finding!, /^problem: It does not take a write \(.*25006.*\)\.$/);
  });
});

describe('the doctor', () => {
  const optionsOf = (...args: string[]) => {
    const command = parseCommand(['--port', '0', ...args], {});
    assert.equal(command.run, 'serve');
    return command.options;
  };

  it('ends with 1 where there is a problem, says what to do, and creates no file', async () => {
    const database = join(folder, 'none.sqlite');
    const first = await runOn(database, ['doctor', '--port', '0']);
    assert.equal(first.code, 1);
    assert.match(
      first.out,
      /^problem {2}The database .+none\.sqlite cannot be used: there is no such file\.\n {9}Choose another with --database/,
    );
    assert.match(first.out, /\n1 problem, 1 warning\n$/);
    assert.deepEqual(await runOn(database, ['doctor', '--port', 'x']), {
      code: 1,
      out: '',
      error:
        '--port must be a whole number from 0 to 65535, not "x". See pro-kid-receiver doctor --help.\n',
    });
  });

  it('finds a server that is not there, without a word of its password', async () => {
    const [finding] = await worst(checkDatabase('postgres://me:secret@127.0.0.1:1/a'));
    assert.equal(
      finding,
      'problem: The database postgres://me@127.0.0.1:1/a cannot be used: no server answers there.',
    );
  });

  it('judges the room on the disk, and who can read the file', async () => {
    assert.equal(judgeRoom(99e6).level, 'problem');
    assert.equal(judgeRoom(999e6).level, 'warning');
    assert.deepEqual(judgeRoom(2_345e6), {
      level: 'ok',
      text: 'The disk of the database has 2,345 MB free.',
    });
    const file = join(folder, 'open.sqlite');
    writeFileSync(file, '');
    chmodSync(file, 0o644);
    const isOpen = 'warning: Others on this computer can read or change the database.';
    assert.ok((await worst(checkDisk(file))).includes(isOpen));
    chmodSync(file, 0o600);
    assert.ok(!(await worst(checkDisk(file))).includes(isOpen));
  });

  it('finds a relay that cannot be used, without quoting it', async () => {
    const file = join(folder, 'relay.json');
    const target = { name: 'crm', format: 'zapier', url: 'https://hooks.zapier.com/hooks/1/' };
    writeFileSync(file, JSON.stringify({ targets: [target] }));
    const findings = await collect(checkOptions(optionsOf('--relay', file)));
    assert.ok(linesOf(findings).includes('ok: Submissions are passed on to crm.'));
    const headers = { authorization: 'Bearer secret' };
    writeFileSync(file, JSON.stringify({ targets: [{ ...target, headers }] }));
    const [, relay] = await worst(checkOptions(optionsOf('--relay', file)));
    assert.match(
      relay!,
      /^problem: The relay cannot be used\. .+\/headers\/authorization: expected/,
    );
    assert.ok(!relay!.includes('Bearer'));
  });

  it('finds sites and campaigns that do not work as meant', async () => {
    const write = (name: string, campaign: object) => {
      const file = join(folder, name);
      writeFileSync(file, JSON.stringify({ ...sampleCampaign, ...campaign }));
      return file;
    };
    const tried = write('tried.json', { id: 'tried', test: true });
    const http = ['--origin', 'http://a.example', '--origin', 'http://localhost:3000'];
    assert.deepEqual(await worst(checkOptions(optionsOf(...http, '--campaigns', tried))), [
      'warning: What visitors send from http://a.example can be read and changed on its way.',
      'warning: tried is in test mode and takes nothing.',
    ]);
    const wrong = write('wrong.json', { id: 'A b' });
    const [site, campaign] = await worst(checkOptions(optionsOf('--campaigns', wrong)));
    assert.equal(site, 'warning: No browser may post, since no site is listed.');
    assert.match(campaign!, /^problem: A campaign cannot be used\. .+wrong\.json:/);
    const closed = write('closed.json', { closes: '2001-01-01T00:00:00Z', opens: undefined });
    const lines = linesOf(await collect(checkOptions(optionsOf('--campaigns', closed))));
    assert.ok(lines.includes(`note: ${sampleCampaign.id} is closed since 2001-01-01T00:00:00Z.`));
  });
});
