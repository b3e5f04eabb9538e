import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Counts } from '@pro-kid/contract';
import { individualSubmission } from '@pro-kid/contract/testing';
import { HELP } from '../options/options.ts';
import { sampleCampaign } from '../testing/campaigns.ts';
import { describeForEachEngine } from '../testing/engines.ts';
import { openRawSocket } from '../testing/raw-socket.ts';
import { startReceiver } from '../testing/receiver-process.ts';
import { newPledge, newSubmission } from '../testing/submissions.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const folder = temporaryFolder();
let files = 0;
const newFile = () => join(folder, `${++files}.sqlite`);

function start(test: TestContext, ...parameters: Parameters<typeof startReceiver>) {
  const receiver = startReceiver(...parameters);
  test.after(() => receiver.kill('SIGKILL'));
  return receiver;
}

const isRefused = (url: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), host: 'localhost' });
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });

describe('pro-kid-receiver', () => {
  it('says where it listens, where it keeps submissions and who may post', async (test) => {
    const database = newFile();
    const origins = 'https://a.example,https://b.example';
    const receiver = start(test, ['--port', '0', '--database', database, '--origin', origins]);
    const url = await receiver.url;
    assert.equal((await fetch(`${url}/health`)).status, 200);
    assert.ok(statSync(database).size > 0);

    receiver.kill('SIGINT');
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    assert.deepEqual(receiver.written, {
      out: [
        `Receiver listening on ${url}`,
        `Submissions are kept in ${database}`,
        'Browsers may post from https://a.example, https://b.example',
        'Receiver stopped',
        '',
      ].join('\n'),
      error: '',
    });
    assert.match(url, /^http:\/\/localhost:[1-9]\d*$/);
  });

  it('takes its options from the environment, and warns where no site may post', async (test) => {
    const environment = {
      PRO_KID_PORT: '0',
      PRO_KID_DATABASE: newFile(),
      PRO_KID_HOST: '127.0.0.1',
    };
    const receiver = start(test, [], { environment });
    assert.match(await receiver.url, /^http:\/\/127\.0\.0\.1:/);
    receiver.kill('SIGTERM');
    await receiver.ended;
    assert.match(receiver.written.out, /^No browser may post, since no site is listed\. Add one/m);
  });

  it('finishes a running request on SIGTERM, takes no new one, and exits 0', async (test) => {
    const database = newFile();
    const first = start(test, ['--port', '0', '--database', database]);
    const raw = await openRawSocket(await first.url);
    const body = JSON.stringify(individualSubmission);
    raw.write(
      'POST /submissions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n' +
        `content-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`,
    );
    await raw.received(/100 Continue/);
    raw.write(body.slice(0, 20));
    first.kill('SIGTERM');
    while (!(await isRefused(await first.url)));
    raw.write(body.slice(20));
    assert.match(await raw.received(/\}$/), /HTTP\/1\.1 201 .*"status":"confirmed"/s);
    assert.deepEqual(await first.ended, { code: 0, signal: null });

    const second = start(test, ['--port', '0', '--database', database]);
    const counts = (await (await fetch(`${await second.url}/counts`)).json()) as Counts;
    assert.equal(counts.individuals, 1);
  });

  it('gives help and exits 0', async (test) => {
    const receiver = start(test, ['--help']);
    assert.deepEqual(await receiver.ended, { code: 0, signal: null });
    assert.deepEqual(receiver.written, { out: HELP, error: '' });
  });

  const assertFailed = async (receiver: ReturnType<typeof startReceiver>, sentence: string) => {
    assert.deepEqual(await receiver.ended, { code: 1, signal: null });
    assert.deepEqual(receiver.written, { out: '', error: `${sentence}\n` });
  };

  it('names a port that is in use, and exits 1', async (test) => {
    const first = start(test, ['--port', '0', '--database', newFile()]);
    const { port } = new URL(await first.url);
    await assertFailed(
      start(test, ['--port', port, '--database', newFile()]),
      `Port ${port} is already in use. Choose another with --port or PRO_KID_PORT.`,
    );
  });

  it('names an option that is wrong, and exits 1', async (test) => {
    await assertFailed(
      start(test, ['--port', 'http']),
      '--port must be a whole number from 0 to 65535, not "http".',
    );
  });

  it('names a database that cannot be opened, and exits 1', async (test) => {
    const database = join(folder, 'none', 'a.sqlite');
    await assertFailed(
      start(test, ['--port', '0', '--database', database]),
      `Cannot use the database ${database}: its folder does not exist. Choose it with --database or PRO_KID_DATABASE.`,
    );
  });

  it('says which campaigns it knows, and goes by them', async (test) => {
    const campaign = join(folder, 'campaign.json');
    writeFileSync(
      campaign,
      JSON.stringify({ ...sampleCampaign, opens: '9999-01-01T00:00:00Z', closes: undefined }),
    );
    const tried = join(folder, 'tried.json');
    writeFileSync(tried, JSON.stringify({ ...sampleCampaign, id: 'tried', test: true }));
    const settings = [
      '--port',
      '0',
      '--database',
      newFile(),
      '--campaigns',
      `${campaign},${tried}`,
    ];
    const receiver = start(test, settings);
    const response = await fetch(`${await receiver.url}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(newPledge()),
    });
    assert.equal(response.status, 403);
    assert.match(await response.text(), /campaign-not-open/);
    receiver.kill('SIGTERM');
    await receiver.ended;
    assert.match(
      receiver.written.out,
      /^Campaigns are known: permanent-connections, tried \(in test mode\)$/m,
    );
  });

  it('names a campaign that is wrong, with its place, and exits 1 without a database', async (test) => {
    const file = join(folder, 'wrong.json');
    writeFileSync(file, JSON.stringify({ ...sampleCampaign, id: 'A b' }, null, 2));
    const database = newFile();
    const settings = ['--port', '0', '--database', database, '--campaigns', file];
    const receiver = start(test, settings);
    assert.deepEqual(await receiver.ended, { code: 1, signal: null });
    assert.match(
      receiver.written.error,
      /^Cannot use the campaigns of --campaigns or PRO_KID_CAMPAIGNS\.\n.+wrong\.json:2:9 \/id: found "A b", expected /m,
    );
    assert.equal(receiver.written.out, '');
    assert.ok(!existsSync(database));
  });

  it('names the Node it needs where there is no SQLite in it, and exits 1', async (test) => {
    await assertFailed(
      start(test, [], { nodeFlags: ['--no-experimental-sqlite'] }),
      `pro-kid-receiver needs Node 22.13 or newer, with its built-in SQLite. This is Node ${process.versions.node}, without it.`,
    );
  });
});

describeForEachEngine('pro-kid-receiver', (engine) => {
  it('shares its database with another of its kind, started at the same moment', async (test) => {
    const database = await engine.newDatabase();
    const receivers = [0, 1].map(() => start(test, ['--port', '0', '--database', database]));
    const urls = await Promise.all(receivers.map(({ url }) => url));
    const shared = newSubmission();
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const response = await fetch(`${urls[index % 2]}/submissions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(index < 20 ? shared : newSubmission()),
        });
        return response.status;
      }),
    );
    assert.deepEqual(new Set(answers), new Set([201]));
    for (const url of urls) {
      // What the other one counted is seen at the next read of the database, within seconds.
      const read = async () => (await (await fetch(`${url}/counts`)).json()) as Counts;
      const deadline = Date.now() + 10_000;
      let counts = await read();
      while (counts.individuals !== 41 && Date.now() < deadline) counts = await read();
      assert.equal(counts.individuals, 41);
    }
  });
});
