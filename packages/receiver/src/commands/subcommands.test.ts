import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Submission } from '@pro-kid/contract';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { openDatabase } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import { runOn } from '../testing/command.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { fillWithMany } from '../testing/many-submissions.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { entryOf, newPledge, newSubmission, sentBy } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { subcommands } from './subcommands.ts';

const folder = temporaryFolder();

const said = (out: string) => ({ code: 0, out: `${out}\n`, error: '' });
const failed = (error: string) => ({ code: 1, out: '', error: `${error}\n` });

describeForEachEngine('the commands', (engine) => {
  it('bring the tables up to date, and say so once', async () => {
    const database = await engine.newDatabase();
    assert.match((await runOn(database, ['export', '--csv'])).error, /no such file|older version/);
    const all = '0001-submissions, 0002-counts-by-scope, 0003-people';
    const says = (verb: string) => new RegExp(`^${verb}: ${all}.*\\n$`);
    if (engine.name === 'postgres') {
      assert.match((await runOn(database, ['migrate', '--dry-run'])).out, says('It would do'));
    }
    assert.match((await runOn(database, ['migrate'])).out, says('Done'));
    const again = await runOn(database, ['migrate']);
    assert.match(again.out, /^The tables in .+ are up to date\n$/);
  });

  it('repair counts, and say which were wrong', async () => {
    const address = await engine.newDatabase();
    const store = await openStore(address);
    await store.add([entryOf(newPledge({ campaign: 'a' }))]);
    await store.close();
    const { database } = await openDatabase(address);
    await database.updateTable('count_shards').set({ individuals: 1200 }).execute();
    await database.destroy();
    assert.deepEqual(
      await runOn(address, ['recount']),
      said(
        'campaign a: were 1,200 individuals and 0 organizations, are 1 individuals and 0 organizations\n' +
          'Counts that were wrong and are right now: 1',
      ),
    );
    assert.deepEqual(await runOn(address, ['recount']), said('All counts were right'));
  });

  it('write a table of what is asked for, and a person as JSON', async () => {
    const database = await engine.newDatabase();
    const ana = sentBy(newSubmission(), {
      email: 'ana.ruiz@gmail.com',
      telephone: '+1 916 555 0100',
    });
    const pledge = { ...newPledge({ campaign: 'a' }), member: ana.member };
    const store = await openStore(database);
    const outbox = [
      { kind: 'relay', target: 'crm', payload: '{"secret":1}', states: ['counted'] },
    ] as const;
    await store.add([entryOf(ana, { address: '192.0.2.7', outbox }), entryOf(newPledge())]);
    await store.add([entryOf(pledge)]);
    await store.close();

    const table = await runOn(database, [
      'export',
      '--csv',
      '--campaign',
      'a',
      '--state',
      'counted',
    ]);
    const rows = parse<Record<string, string>>(table.out, { columns: true });
    assert.deepEqual(
      rows.map(({ id }) => id),
      [pledge.id],
    );
    assert.equal(rows[0]!['telephone'], "'+1 916 555 0100");
    assert.equal(table.error, '');

    const file = join(folder, `${engine.name}.csv`);
    const toFile = ['export', '--csv', '--bom', '--output', file];
    assert.deepEqual(await runOn(database, toFile), {
      code: 0,
      out: '',
      error: `3 submissions written to ${file}\n`,
    });
    assert.equal((parse(readFileSync(file), { bom: true }) as unknown[]).length, 4);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(
      await runOn(database, toFile),
      failed(`Cannot write ${file}: there is such a file already.`),
    );

    const person = await runOn(database, ['export', '--email', 'Ana+x@GMAIL.com']);
    assert.match(person.out, /^\{\n {2}"exportedAt": ".+",\n {2}"submissions": \[\]\n\}\n$/);
    const { submissions } = JSON.parse(
      (await runOn(database, ['export', '--email', 'AnaRuiz+x@GoogleMail.com'])).out,
    ) as { submissions: { submission: Submission; ipAddress: string; sent: object[] }[] };
    const [joined, signature] = submissions.toSorted((one) =>
      one.submission.type === 'join' ? -1 : 1,
    );
    assert.deepEqual(joined?.submission, ana);
    assert.equal(joined.ipAddress, '192.0.2.7');
    const [sent] = joined.sent as { createdAt?: string }[];
    assert.ok(Date.parse(sent!.createdAt!) > 0);
    delete sent!.createdAt;
    assert.deepEqual(joined.sent, [
      { kind: 'relay', target: 'crm', state: 'waiting', finishedAt: null },
    ]);
    assert.equal(signature?.submission.id, pledge.id);
    assert.equal(submissions.length, 2);
  });

  it('flag and give back what options say, and only with --yes', async () => {
    const database = await engine.newDatabase();
    const store = await openStore(database);
    const [first, second] = [newSubmission(), newSubmission()].map((each) =>
      sentBy(each, { email: `${each.id}@mail.spam.example` }),
    );
    await store.add([
      entryOf(first!, { address: '192.0.2.7' }),
      entryOf(second!, { address: '192.0.2.8' }),
      entryOf(newSubmission(), { address: '198.51.100.1' }),
      // What is within quotes is no domain.
      entryOf(sentBy(newSubmission(), { email: '"a@mail.spam"@good.example' })),
    ]);
    const counted = async () => (await store.counts()).individuals;
    const attack = ['flag', '--email-domain', 'MAIL.*.example', '--reason', 'attack'];

    const preview = await runOn(database, attack);
    assert.match(
      preview.out,
      /^2 submissions: 2 counted\nreceived from .+ to .+\nNothing was changed\. With --yes, they are flagged as attack\n$/,
    );
    assert.equal(await counted(), 4);
    assert.match(
      (await runOn(database, [...attack, '--yes'])).out,
      /\nNow flagged as attack: 2 submissions\n$/,
    );
    assert.equal(await counted(), 2);
    assert.deepEqual(
      await runOn(database, [...attack, '--yes']),
      said('There are no such submissions'),
    );

    const back = ['unflag', '--reason', 'attack', '--network', '192.0.2.8/32', '--yes'];
    assert.match((await runOn(database, back)).out, /\nNow given back: 1 submission\n$/);
    assert.equal(await counted(), 3);
    await store.close();
  });

  it('stop at a good place when a signal comes, and go on from there', async () => {
    const database = await engine.newDatabase();
    await fillWithMany(database, 1_200);
    const command = ['flag', '--type', 'join', '--reason', 'attack', '--yes'];
    const child = startReceiver(command, { environment: { PRO_KID_DATABASE: database } });
    // Who writes at that moment makes it wait in its first transaction, so that the signal comes then.
    const { database: other } = await openDatabase(database);
    await other.transaction().execute(async (transaction) => {
      const lock =
        engine.name === 'sqlite'
          ? sql`delete from probe`
          : sql`lock table submissions in exclusive mode`;
      await lock.execute(transaction);
      await child.said(/received from/);
      child.kill('SIGTERM');
    });
    await other.destroy();
    assert.deepEqual(await child.ended, { code: 1, signal: null });
    assert.equal(
      child.written.error,
      'Stopped in between. The same command goes on with the others.\n',
    );
    const done = Number(
      /Now flagged as attack: ([\d,]+) sub/.exec(child.written.out)![1]!.replace(',', ''),
    );
    assert.ok(done < 1_200, `${done}`);
    assert.deepEqual(await runOn(database, ['recount']), said('All counts were right'));

    const left = (1_200 - done).toLocaleString('en-US');
    const others = await runOn(database, command);
    assert.match(
      others.out,
      new RegExp(`^${left} submissions: .+\nNow flagged as attack: ${left} sub`, 's'),
    );
  });
});

describe('the commands', () => {
  it('say what is wrong with their options in one sentence', async () => {
    const none = join(folder, 'none.sqlite');
    const email = 'not an address';
    const wrong: [string[], string | RegExp][] = [
      [['flag', '--yes'], 'Say which submissions, with an option such as --network or --from.'],
      [['delete', '--yes'], 'Say whom or what to erase, with --email or --id.'],
      [['delete', '--email', email], '--email takes an e-mail address, such as ana@example.org.'],
      [['export'], 'Say what to write: --csv, or --email and an address.'],
      [
        ['retention', '--keep-pending', '0d'],
        '--keep-pending takes a number of days, such as 30d, or forever, not "0d".',
      ],
      [['recount', '--alll'], "Unknown option '--alll'."],
    ];
    for (const [args, sentence] of wrong) {
      assert.deepEqual(
        await runOn(none, args),
        failed(`${sentence} See pro-kid-receiver ${args[0]} --help.`),
      );
    }
    assert.ok(!existsSync(none));
  });

  it('give their help and exit 0', async () => {
    const { help } = subcommands.get('delete')!;
    assert.deepEqual(await runOn('', ['delete', '--help']), { code: 0, out: help, error: '' });
  });

  it('write 100,000 submissions in little memory', async () => {
    const address = join(folder, 'large.sqlite');
    await fillWithMany(address, 100_000);
    const file = join(folder, 'large.csv');
    // The bodies alone take more.
    const { code, error } = await runOn(address, ['export', '--csv', '--output', file], {
      nodeFlags: ['--max-old-space-size=48'],
    });
    assert.deepEqual(
      { code, error },
      { code: 0, error: `100,000 submissions written to ${file}\n` },
    );
  });
});
