import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CheckedFile } from '../check-file/index.ts';
import { sampleIssue, samplePledge } from '../testing/index.ts';
import { HELP } from './arguments.ts';

const BIN = fileURLToPath(new URL('bin.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pro-kid-contract-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

/** The command in a process of its own, in the folder of the files. */
async function run(
  args: string[],
  { input = '', environment = {} }: { input?: string; environment?: object } = {},
) {
  const child = spawn(process.execPath, ['--conditions=@pro-kid/source', BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  });
  // It may end before it has read all.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  assert.doesNotMatch(out + error, /^\s+at .*:\d+:\d+\)?$/m, 'a stack');
  return { out, error, code: code as number };
}

const good = JSON.stringify({ ...sampleIssue, facts: sampleIssue.facts.slice(0, 2) }, null, 2);
write('good.json', good);
write('warned.json', good.replace('{', '{ "translation": "draft",'));
write('bad.json', good.replace('"whole": 4', '"whole": 0').replace('"agenda"', '"agende"'));

const campaign = JSON.stringify(samplePledge, null, 2);
const badCampaign = campaign.replace('"commitments"', '"comitments"');
write('campaign.json', campaign);
write('bad-campaign.json', badCampaign);

describe('pro-kid-contract check', () => {
  it('says that a good file is fine, and ends with 0', async () => {
    assert.deepEqual(await run(['check', 'good.json']), {
      out: 'good.json: fine (issue)\n',
      error: '',
      code: 0,
    });
  });

  it('names place, found, expected and remedy of each error, and ends with 1', async () => {
    assert.deepEqual(await run(['check', 'bad.json']), {
      out: [
        'bad.json:1:1  /agenda  error required',
        '  found     nothing',
        '  expected  a list of 1 to 20 demands',
        '  remedy    Rename "agende" to "agenda".',
        '',
        'bad.json:15:16  /facts/0/whole  error number',
        '  found     0',
        '  expected  a whole number from 1 to 100',
        '  remedy    Write a whole number from 1 to 100.',
        '',
        'bad.json:50:3  /agende  error unknown',
        '  found     "agende"',
        '  expected  a key that this object has',
        '  remedy    Did you mean "agenda"?',
        '',
        'bad.json: 3 errors, 0 warnings (issue)',
        '',
      ].join('\n'),
      error: '',
      code: 1,
    });
  });

  it('ends with 0 where there are only warnings', async () => {
    const { out, code } = await run(['check', 'warned.json']);
    assert.equal(code, 0);
    assert.match(out, /^warned\.json:1:18 {2}\/translation {2}warning translation-draft$/m);
    assert.match(out, /^warned\.json: fine, with 1 warning \(issue\)$/m);
  });

  it('reads what is piped in', async () => {
    const { out, code } = await run(['check', '-'], { input: good });
    assert.deepEqual({ out, code }, { out: '(standard input): fine (issue)\n', code: 0 });
    assert.equal((await run(['check', '-'], { input: '{' })).code, 1);
    assert.match((await run(['check', '-'])).out, /Write the file\./);
  });

  it('checks several files, and ends with the worst', async () => {
    const { out, code } = await run(['check', 'good.json', 'bad.json', '-'], { input: good });
    assert.equal(code, 1);
    assert.match(out, /^good\.json: fine.*^bad\.json: 3 errors.*^\(standard input\): fine/ms);
  });

  it('checks campaigns as well', async () => {
    assert.deepEqual(await run(['check', 'good.json', 'campaign.json', 'bad-campaign.json']), {
      out: [
        'good.json: fine (issue)',
        '',
        'campaign.json: fine (campaign)',
        '',
        'bad-campaign.json:1:1  /commitments  error required',
        '  found     nothing',
        '  expected  a list of 1 to 50 commitments',
        '  remedy    Rename "comitments" to "commitments".',
        '',
        'bad-campaign.json:14:3  /comitments  error unknown',
        '  found     "comitments"',
        '  expected  a key that this object has',
        '  remedy    Did you mean "commitments"?',
        '',
        'bad-campaign.json: 2 errors, 0 warnings (campaign)',
        '',
      ].join('\n'),
      error: '',
      code: 1,
    });
    const { out } = await run(['check', '--json', '-'], { input: badCampaign });
    const { files } = JSON.parse(out) as { files: CheckedFile[] };
    assert.deepEqual(files[0]?.errors[1], {
      pointer: '/comitments',
      line: 14,
      column: 3,
      code: 'unknown',
      found: '"comitments"',
      expected: 'a key that this object has',
      remedy: 'Did you mean "commitments"?',
    });
  });

  it('asks a campaign’s endpoint for its counts only where it is told to', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.end('{"individuals":1180,"organizations":8,"asOf":"2026-11-23T18:05:00Z"}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const counts = { url: `http://127.0.0.1:${port}/counts?campaign=sample-pledge` };
    const endpoint = { ...samplePledge.endpoint, counts };
    const input = JSON.stringify({ ...samplePledge, endpoint });
    const offline = await run(['check', '-'], { input });
    const onlineIssue = await run(['check', '--online', 'good.json']);
    assert.deepEqual(asked, []);
    const online = await run(['check', '--online', '-'], { input });
    server.close();
    assert.equal(offline.out, '(standard input): fine (campaign)\n');
    assert.equal(onlineIssue.out, 'good.json: fine (issue)\n');
    assert.deepEqual(asked, ['/counts?campaign=sample-pledge']);
    assert.match(online.out, /found {5}a last goal of 1,000, where 1,200 have signed$/m);
    assert.equal(online.code, 0);
  });

  it('prints JSON for programs', async () => {
    const { out, code } = await run(['check', '--json', 'good.json', 'bad.json', 'none.json']);
    const { files } = JSON.parse(out) as {
      files: (Partial<CheckedFile> & { file: string; reason?: string })[];
    };
    assert.equal(code, 2);
    assert.deepEqual(files[0], { file: 'good.json', kind: 'issue', errors: [], warnings: [] });
    assert.deepEqual(files[1]?.errors?.[1], {
      pointer: '/facts/0/whole',
      line: 15,
      column: 16,
      code: 'number',
      found: '0',
      expected: 'a whole number from 1 to 100',
      remedy: 'Write a whole number from 1 to 100.',
    });
    assert.deepEqual(files[2], { file: 'none.json', reason: 'there is no such file' });
  });

  it('takes the kind that it is told', async () => {
    write('empty.json', '{}');
    assert.match((await run(['check', 'empty.json'])).out, /error kind/);
    const { out } = await run(['check', '--kind', 'issue', 'empty.json']);
    assert.match(out, /^empty\.json: 6 errors, 0 warnings \(issue\)$/m);
  });

  it('colors what it says only where it is asked to, or in a terminal', async () => {
    const plain = await run(['check', 'bad.json']);
    const colored = await run(['check', 'bad.json'], { environment: { FORCE_COLOR: '1' } });
    assert.ok(!plain.out.includes('\u001b['));
    assert.ok(colored.out.includes('\u001b['));
    const { out } = await run(['check', 'bad.json'], { environment: { NO_COLOR: '1' } });
    assert.equal(out, plain.out);
  });

  it('lets no file steer the terminal', async () => {
    write('hostile.json', `{"facts": "\u009b31m\u202e", "\\u001b[2J": 1}`);
    const { out } = await run(['check', 'hostile.json']);
    for (const sign of ['\u001b', '\u009b', '\u202e']) assert.ok(!out.includes(sign));
    assert.match(out, /\\u001b\[2J/);
  });

  it('shows fifty findings of a file at most', async () => {
    const keys = Array.from({ length: 200 }, (_, index) => `"k${index}": 1`);
    write('junk.json', `{"facts": [], ${keys.join(', ')}}`);
    const { out } = await run(['check', 'junk.json']);
    const lines = out.split('\n');
    assert.equal(lines.filter((line) => line.startsWith('  remedy')).length, 50);
    assert.ok(lines.includes('… and 156 more in junk.json.'), lines.slice(-4).join(' '));
  });
});

describe('pro-kid-contract ends with 2', () => {
  const unreadable: [name: string, reason: string][] = [
    ['none.json', 'there is no such file'],
    ['.', 'it is a folder'],
    ['latin1.json', 'it is not UTF-8. Save it as UTF-8 in your editor'],
  ];
  write('latin1.json', Uint8Array.of(0x7b, 0x22, 0xf1, 0x22, 0x7d));

  for (const [name, reason] of unreadable) {
    it(`where a file cannot be read: ${name}`, async () => {
      assert.deepEqual(await run(['check', name]), {
        out: `${name}: cannot be read: ${reason}.\n`,
        error: '',
        code: 2,
      });
    });
  }

  it('and yet checks the other files', async () => {
    const { out, code } = await run(['check', 'none.json', 'bad.json']);
    assert.equal(code, 2);
    assert.match(out, /bad\.json: 3 errors/);
  });

  const wrong: [args: string[], message: RegExp][] = [
    [[], /^Say what to do: check <file>\./],
    [['chek', 'good.json'], /^There is no command "chek", only check\./],
    [['check'], /^Name a file to check/],
    [['check', '-', '-'], /^What is piped in can be read only once/],
    [['check', '--kind', 'join', 'good.json'], /^--kind must be issue or campaign, not "join"\.$/m],
    [['check', '--jsn', 'good.json'], /^Unknown option '--jsn'\. See pro-kid-contract --help\.$/m],
    [['check', 'good.json', '--kind'], /^Option '--kind <value>' argument missing\./],
  ];
  for (const [args, message] of wrong) {
    it(`where it is told: ${args.join(' ') || 'nothing'}`, async () => {
      const { out, error, code } = await run(args);
      assert.deepEqual({ out, code }, { out: '', code: 2 });
      assert.match(error, message);
    });
  }
});

describe('pro-kid-contract', () => {
  it('refuses what is too large, without reading all of it', async () => {
    write('large.json', `{${' '.repeat(300_000)}é}`);
    const { out, code } = await run(['check', 'large.json']);
    assert.equal(code, 1);
    assert.match(out, /^large\.json:1:1 {2}\(the file\) {2}error too-large$/m);
  });

  it('says nothing when nobody reads on', async () => {
    const child = spawn(
      process.execPath,
      ['--conditions=@pro-kid/source', BIN, 'check', 'bad.json'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stdout.destroy();
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    assert.deepEqual({ error, code: code as number }, { error: '', code: 1 });
  });

  for (const args of [['--help'], ['-h'], ['help'], ['check', '--help']]) {
    it(`gives help: ${args.join(' ')}`, async () => {
      assert.deepEqual(await run(args), { out: HELP, error: '', code: 0 });
    });
  }
});
