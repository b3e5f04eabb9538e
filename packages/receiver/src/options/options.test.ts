import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HELP, parseCommand, type Options } from './options.ts';

const DEFAULTS: Options = {
  port: 8787,
  host: undefined,
  database: './pro-kid.sqlite',
  family: false,
  origins: [],
  campaigns: [],
};
const options = (args: string[], environment: Record<string, string> = {}) => {
  const command = parseCommand(args, environment);
  assert.equal(command.run, 'serve');
  return command.options;
};
const complaint = (args: string[], environment: Record<string, string> = {}) => {
  const command = parseCommand(args, environment);
  assert.equal(command.run, 'complain');
  return command.message;
};

describe('the options', () => {
  it('have defaults, also where a variable is empty', () => {
    assert.deepEqual(options([]), DEFAULTS);
    assert.deepEqual(
      options([], {
        PRO_KID_PORT: '',
        PRO_KID_HOST: '',
        PRO_KID_DATABASE: '',
        PRO_KID_FAMILY: '',
        PRO_KID_ORIGINS: '',
        PRO_KID_CAMPAIGNS: '',
      }),
      DEFAULTS,
    );
  });

  it('come from the environment, and the command line wins', () => {
    const environment = {
      PRO_KID_PORT: '81',
      PRO_KID_HOST: '127.0.0.1',
      PRO_KID_DATABASE: '/data/a.sqlite',
      PRO_KID_FAMILY: 'yes',
      PRO_KID_ORIGINS: 'https://a.example, https://b.example',
      PRO_KID_CAMPAIGNS: '/data/campaigns, more.json',
    };
    assert.deepEqual(options([], environment), {
      port: 81,
      host: '127.0.0.1',
      database: '/data/a.sqlite',
      family: true,
      origins: ['https://a.example', 'https://b.example'],
      campaigns: ['/data/campaigns', 'more.json'],
    });
    const args = ['--port', '0', '--host=::1', '--database', 'b.sqlite', '--campaigns=c.json'];
    assert.deepEqual(options([...args, '--origin', 'https://c.example'], environment), {
      port: 0,
      host: '::1',
      database: 'b.sqlite',
      family: true,
      origins: ['https://c.example'],
      campaigns: ['c.json'],
    });
  });

  it('take origins repeated, comma-separated, as a browser would send them', () => {
    const args = ['--origin', 'https://A.example,http://localhost:3000/', '--origin'];
    assert.deepEqual(options([...args, 'https://a.example:443']).origins, [
      'https://a.example',
      'http://localhost:3000',
    ]);
  });

  it('take campaigns repeated and comma-separated, each once', () => {
    const args = ['--campaigns', 'a.json,b.json', '--campaigns', 'a.json, ', '--campaigns', 'c'];
    assert.deepEqual(options(args).campaigns, ['a.json', 'b.json', 'c']);
  });

  for (const origin of [
    'firststeps.example',
    '*',
    'null',
    'https://*.firststeps.example',
    'https://firststeps.example/join',
    'https://firststeps.example/?a',
    'https://user@firststeps.example',
    'ftp://firststeps.example',
    'file:///tmp',
  ]) {
    it(`refuse the origin ${origin}`, () => {
      const end = ` takes a scheme and a host, such as https://your-site.example, without a path, not "${origin}".`;
      assert.equal(complaint(['--origin', origin]), `--origin${end}`);
      assert.equal(complaint([], { PRO_KID_ORIGINS: origin }), `PRO_KID_ORIGINS${end}`);
    });
  }

  for (const port of ['-0', 'abc', '1.5', '65536', '0x50', ' 80', '1e3']) {
    it(`refuse the port "${port}"`, () => {
      const end = ` must be a whole number from 0 to 65535, not "${port}".`;
      assert.equal(complaint([`--port=${port}`]), `--port${end}`);
      assert.equal(complaint([], { PRO_KID_PORT: port }), `PRO_KID_PORT${end}`);
    });
  }

  it('take a database in a file or on a server, and never show its password', () => {
    for (const database of [
      'a.sqlite',
      'file:./a.sqlite',
      'file:///data/a.sqlite',
      ':memory:',
      'C:\\a',
    ]) {
      assert.equal(options(['--database', database]).database, database);
    }
    for (const database of ['postgres://ana:secret@db.example/a', 'postgresql://localhost/a']) {
      assert.equal(options([], { PRO_KID_DATABASE: database }).database, database);
    }
    assert.equal(
      complaint(['--database', 'mysql://ana:secret@db.example/a?password=secret']),
      '--database must be a file, or an address such as postgres://user@host/name, not "mysql://ana@db.example/a".',
    );
  });

  it('refuse what they do not know', () => {
    const help = 'See pro-kid-receiver --help.';
    assert.equal(complaint(['--prot', '1']), `Unknown option '--prot'. ${help}`);
    assert.equal(complaint(['serve']), `Unexpected argument 'serve'. ${help}`);
    assert.equal(complaint(['--port=']), '--port must be a whole number from 0 to 65535, not "".');
    assert.equal(complaint(['--database=']), '--database must not be empty.');
    assert.equal(
      complaint([], { PRO_KID_FAMILY: 'maybe' }),
      'PRO_KID_FAMILY must be yes or no, not "maybe".',
    );
  });

  it('give help', () => {
    assert.equal(parseCommand(['--help', '--port', 'abc'], {}).run, 'help');
    assert.equal(parseCommand(['-h'], {}).run, 'help');
  });

  it('are all in the README, with their variables', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const names = HELP.match(/--(?!help)[\w-]+(?= [< ])|PRO_KID_\w+/g) ?? [];
    assert.equal(names.length, 12);
    for (const name of names) assert.ok(readme.includes(`\`${name}\``), name);
  });
});
