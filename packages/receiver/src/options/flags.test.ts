import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDatabase, readFamily, DATABASE_OPTIONS, FAMILY_OPTIONS } from './database-options.ts';
import { FILTER_OPTIONS, isEmpty, readFilter } from './filter-options.ts';
import { Complaint, Flags } from './flags.ts';
import { readDays } from './times.ts';

const filter = (...args: string[]) => readFilter(new Flags(args, FILTER_OPTIONS));
const given = (...args: string[]) =>
  Object.fromEntries(Object.entries(filter(...args)).filter(([, value]) => value !== undefined));

describe('the options of commands', () => {
  it('say which submissions', () => {
    assert.ok(isEmpty(filter()));
    assert.deepEqual(
      given('--id', 'a', '--id', ' b ', '--email-domain', '*.spam.example', '--type', 'pledge'),
      { ids: ['a', 'b'], emailDomain: '*.spam.example', type: 'pledge' },
    );
    assert.deepEqual(given('--network', '2001:db8::/32', '--campaign', 'a', '--partner', 'b'), {
      network: '2001:db8::/32',
      campaign: 'a',
      partner: 'b',
    });
    assert.deepEqual(given('--from', '2026-11-24', '--before', '2026-11-24T18:00-08:00'), {
      from: '2026-11-24T00:00:00.000Z',
      before: '2026-11-25T02:00:00.000Z',
    });
  });

  const refusals: [string[], RegExp][] = [
    [['--from', '24.11.2026'], /^--from takes a day or a time with its zone, .+not "24\.11\.2026"/],
    [['--from', '2026-02-31'], /^--from takes a day/],
    [['--before', '2026-11-24T18:00:00'], /^--before takes a day or a time with its zone/],
    [['--network', '192.0.2.0/33'], /^--network takes an IP address or a network/],
    [['--email-domain', 'a@b.example'], /^--email-domain takes a domain/],
    [['--type', 'vote'], /^--type takes join, pledge, petition, not "vote"\.$/],
    [['--campaign', ' '], /^--campaign must not be empty\.$/],
    [['--id', ''], /^--id must not be empty\.$/],
    [['--email', 'Ana Ruiz'], /^--email takes an e-mail address, such as ana@example\.org\.$/],
    [['--campaing', 'a'], /^Unknown option '--campaing'\.$/],
    [['ana@example.org'], /^Unexpected argument/],
  ];
  for (const [args, message] of refusals) {
    it(`refuse ${args.join(' ')}`, () => {
      assert.throws(
        () => filter(...args),
        (error) => error instanceof Complaint && message.test(error.message),
      );
    });
  }

  it('say for how many days', () => {
    const days = (text?: string) =>
      readDays(
        new Flags(text === undefined ? [] : ['--keep', text], { keep: { type: 'string' } }),
        'keep',
        30,
      );
    assert.equal(days(), 30);
    assert.equal(days('7d'), 7);
    assert.equal(days('forever'), Infinity);
    for (const text of ['7', '0d', '-1d', '1.5d', '1y']) assert.throws(() => days(text), Complaint);
  });

  it('say where, as for the receiver, and by which rule', () => {
    const options = { ...DATABASE_OPTIONS, ...FAMILY_OPTIONS };
    const of = (args: string[], environment = {}) => new Flags(args, options, environment);
    const variable = { PRO_KID_DATABASE: 'postgres://me:secret@db.example/a' };
    assert.deepEqual(readDatabase(of([], variable)), {
      address: 'postgres://me:secret@db.example/a',
      shown: 'postgres://me@db.example/a',
    });
    assert.equal(readDatabase(of(['--database', 'b.sqlite'], variable)).address, 'b.sqlite');
    assert.equal(readDatabase(of([])).address, './pro-kid.sqlite');
    assert.throws(() => readDatabase(of(['--database', 'mysql://db.example/a'])), {
      message: /^--database must be a file, or an address/,
    });
    assert.equal(readFamily(of([])), false);
    assert.equal(readFamily(of(['--family'])), true);
    assert.equal(readFamily(of([], { PRO_KID_FAMILY: 'yes' })), true);
    assert.throws(() => readFamily(of([], { PRO_KID_FAMILY: 'maybe' })), Complaint);
  });
});
