import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { HELP, parseCommand, type Options } from './options.ts';

const DEFAULTS: Options = {
  port: 8787,
  host: undefined,
  database: './pro-kid.sqlite',
  family: false,
  relay: undefined,
  origins: [],
  campaigns: [],
  fairness: {
    limits: [],
    trustedProxies: 0,
    allowNetworks: [],
    blockNetworks: [],
    blockDomains: [],
  },
  allowFormPosts: false,
  operations: { drain: 0, logLevel: 'info', metrics: undefined },
  confirmation: undefined,
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
        PRO_KID_ALLOW_FORM_POSTS: '',
        PRO_KID_ORIGINS: '',
        PRO_KID_CAMPAIGNS: '',
        PRO_KID_RELAY: '',
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
      PRO_KID_ALLOW_FORM_POSTS: 'yes',
      PRO_KID_ORIGINS: 'https://a.example, https://b.example',
      PRO_KID_CAMPAIGNS: '/data/campaigns, more.json',
      PRO_KID_RELAY: '/data/relay.json',
    };
    assert.deepEqual(options([], environment), {
      port: 81,
      host: '127.0.0.1',
      database: '/data/a.sqlite',
      family: true,
      origins: ['https://a.example', 'https://b.example'],
      campaigns: ['/data/campaigns', 'more.json'],
      fairness: DEFAULTS.fairness,
      allowFormPosts: true,
      operations: DEFAULTS.operations,
      confirmation: undefined,
      relay: '/data/relay.json',
    });
    const args = ['--port', '0', '--host=::1', '--database', 'b.sqlite', '--campaigns=c.json'];
    assert.deepEqual(options([...args, '--origin', 'https://c.example'], environment), {
      port: 0,
      host: '::1',
      database: 'b.sqlite',
      family: true,
      origins: ['https://c.example'],
      campaigns: ['c.json'],
      fairness: DEFAULTS.fairness,
      allowFormPosts: true,
      operations: DEFAULTS.operations,
      confirmation: undefined,
      relay: '/data/relay.json',
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

  it('take limits with their units, networks, domains and proxies', () => {
    const { fairness } = options(
      ['--limit', '10/60s,50/2h', '--allow-network=192.0.2.0/24', '--block-network=2001:db8::/32'],
      { PRO_KID_BLOCK_DOMAINS: '*.spam.example', PRO_KID_TRUSTED_PROXIES: '2' },
    );
    assert.deepEqual(fairness, {
      limits: [
        { most: 10, seconds: 60 },
        { most: 50, seconds: 7200 },
      ],
      trustedProxies: 2,
      allowNetworks: ['192.0.2.0/24'],
      blockNetworks: ['2001:db8::/32'],
      blockDomains: ['*.spam.example'],
    });
    const rate = ' takes a number and a time, such as 10/60s or 50/1h, not ';
    for (const text of ['10', '0/60s', '10/0s', '10/60', '1.5/60s', '-1/60s', '10/60w']) {
      assert.equal(complaint([`--limit=${text}`]), `--limit${rate}"${text}".`);
    }
    assert.equal(complaint([], { PRO_KID_LIMITS: 'many' }), `PRO_KID_LIMITS${rate}"many".`);
    assert.match(
      complaint(['--block-network', '192.0.2.0/33']),
      /^--block-network takes an IP address or/,
    );
    assert.match(complaint(['--allow-network', 'home']), /^--allow-network takes an IP address or/);
    assert.match(
      complaint(['--block-domain', 'a@b.example']),
      /^--block-domain takes a domain, such/,
    );
    assert.match(
      complaint(['--trusted-proxies', '11']),
      /^--trusted-proxies takes a whole number from 0 to 10/,
    );
  });

  it('take how long to drain, and how much to log', () => {
    const environment = { PRO_KID_DRAIN: '5', PRO_KID_LOG_LEVEL: 'error' };
    assert.deepEqual(options([], environment).operations, {
      drain: 5,
      logLevel: 'error',
      metrics: undefined,
    });
    const args = ['--drain=600', '--log-level', 'debug'];
    assert.deepEqual(options(args, environment).operations, {
      drain: 600,
      logLevel: 'debug',
      metrics: undefined,
    });
    for (const text of ['601', '-1', '1.5', '5s']) {
      const end = ` takes a whole number of seconds from 0 to 600, not "${text}".`;
      assert.equal(complaint([`--drain=${text}`]), `--drain${end}`);
      assert.equal(complaint([], { PRO_KID_DRAIN: text }), `PRO_KID_DRAIN${end}`);
    }
    assert.equal(
      complaint(['--log-level', 'loud']),
      '--log-level takes one of silent, error, info, debug, not "loud".',
    );
  });

  it('take where figures are to be, on this machine if nothing else is said', () => {
    const metrics = (text: string) => options(['--metrics', text]).operations.metrics;
    assert.deepEqual(metrics('9464'), { host: '127.0.0.1', port: 9464 });
    assert.deepEqual(metrics('10.0.0.5:9464'), { host: '10.0.0.5', port: 9464 });
    assert.deepEqual(metrics('[::]:0'), { host: '::', port: 0 });
    for (const text of [
      '65536',
      'yes',
      ':9464',
      'metrics.example:9464',
      '10.0.0.5',
      '[::',
      '::1',
    ]) {
      assert.match(
        complaint(['--metrics', text]),
        /^--metrics takes a port, such as 9464, or an IP/,
      );
    }
    assert.match(complaint([], { PRO_KID_METRICS: 'yes' }), /^PRO_KID_METRICS takes a port/);
  });

  it('refuse what they do not know', () => {
    const help = 'See pro-kid-receiver --help.';
    assert.equal(complaint(['--prot', '1']), `Unknown option '--prot'. ${help}`);
    assert.equal(complaint(['server']), `Unexpected argument 'server'. ${help}`);
    assert.equal(complaint(['--port=']), '--port must be a whole number from 0 to 65535, not "".');
    assert.equal(complaint(['--database=']), '--database must not be empty.');
    assert.equal(
      complaint([], { PRO_KID_FAMILY: 'maybe' }),
      'PRO_KID_FAMILY must be yes or no, not "maybe".',
    );
  });

  it('give help', () => {
    assert.equal(parseCommand(['serve', '--help'], {}).run, 'help');
    assert.equal(parseCommand(['--help', '--port', 'abc'], {}).run, 'help');
    assert.equal(parseCommand(['-h'], {}).run, 'help');
  });

  it('are all in the README, with their variables', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const names = HELP.match(/--(?!help)[\w-]+(?= [< ])|PRO_KID_\w+/g) ?? [];
    assert.equal(names.length, 42);
    for (const name of names) assert.ok(readme.includes(`\`${name}\``), name);
  });
});
