import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualMember } from '@pro-kid/contract/testing';
import { clientAddress, householdOf, readAddress } from './client-address.ts';
import { domainTest } from './domains.ts';
import { fairnessOf } from './fairness.ts';
import { isNetwork, networkTest } from './networks.ts';

describe('the address of a client', () => {
  it('is that of the connection, whatever a header says, where no proxy is trusted', () => {
    for (const claimed of [undefined, '', '192.0.2.1', '::1', 'unknown', '192.0.2.1, 192.0.2.2']) {
      assert.equal(clientAddress('198.51.100.7', claimed, 0), '198.51.100.7');
    }
    assert.equal(clientAddress(undefined, '192.0.2.1', 0), null);
  });

  it('is what the outermost of our proxies saw: the Nth from the right, never from the left', () => {
    const spoofed = '203.0.113.9, 203.0.113.8, 192.0.2.1, 10.0.0.2';
    assert.equal(clientAddress('10.0.0.1', spoofed, 1), '10.0.0.2');
    assert.equal(clientAddress('10.0.0.1', spoofed, 2), '192.0.2.1');
  });

  it('is that of the connection where the header has too few, or no address there', () => {
    assert.equal(clientAddress('10.0.0.1', undefined, 1), '10.0.0.1');
    assert.equal(clientAddress('10.0.0.1', '192.0.2.1', 2), '10.0.0.1');
    for (const junk of [
      '',
      ' ',
      'unknown',
      '_hidden',
      '999.1.1.1',
      '192.0.2.1; drop',
      '<b>',
      '[::1',
      '1:2',
    ]) {
      assert.equal(clientAddress('10.0.0.1', `192.0.2.1, ${junk}`, 1), '10.0.0.1', junk);
    }
  });

  it('is read with ports, brackets, quotes and zones, and written in one way', () => {
    const written: Record<string, string[]> = {
      '192.0.2.1': [
        '192.0.2.1',
        ' 192.0.2.1 ',
        '192.0.2.1:8080',
        '"192.0.2.1"',
        '::ffff:192.0.2.1',
        '::FFFF:C000:0201',
      ],
      '2001:db8::1': [
        '2001:DB8::1',
        '[2001:db8::1]',
        '[2001:db8:0:0:0:0:0:1]:443',
        '"[2001:db8::1]:443"',
        '2001:db8::1%eth0',
      ],
    };
    for (const [address, texts] of Object.entries(written)) {
      for (const text of texts) assert.equal(readAddress(text), address, text);
    }
  });

  it('is a whole network in IPv6, of which each household has one', () => {
    assert.equal(householdOf('192.0.2.1'), '192.0.2.1');
    assert.equal(householdOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::');
    assert.equal(householdOf('2001:db8:1::6'), '2001:db8:1::');
    assert.equal(householdOf('2001:db8::'), '2001:db8::');
    assert.equal(householdOf('::1'), '::');
  });
});

describe('networks', () => {
  it('are addresses and ranges of both versions', () => {
    const isIn = networkTest(['192.0.2.0/24', '198.51.100.7', '2001:db8::/32']);
    for (const address of ['192.0.2.200', '198.51.100.7', '2001:db8:1::1'])
      assert.ok(isIn(address));
    for (const address of ['192.0.3.1', '198.51.100.8', '2001:db9::1', null])
      assert.ok(!isIn(address));
    for (const text of ['192.0.2.0/24', '::/0', '::1']) assert.ok(isNetwork(text), text);
    for (const text of [
      '',
      '192.0.2.0/33',
      '::/129',
      '192.0.2/24',
      '192.0.2.0/a',
      '1.2.3.4/8/9',
      'a.example',
    ]) {
      assert.ok(!isNetwork(text), text);
    }
  });
});

describe('domains', () => {
  it('are matched whole, with * for any characters, and nothing else special', () => {
    const isAt = domainTest(['Mail.example', '*.mail.example', 'junk-*.example']);
    for (const domain of ['mail.example', 'MAIL.example', 'a.b.mail.example', 'junk-1.example']) {
      assert.ok(isAt(`a@${domain}`), domain);
    }
    for (const domain of ['amail.example', 'mail.example.org', 'mailXexample', 'junk.example']) {
      assert.ok(!isAt(`a@${domain}`), domain);
    }
  });
});

describe('how a submission stands', () => {
  const from = (socketAddress: string) => ({ socketAddress, forwardedFor: undefined });

  it('needs no address where there is no limit', () => {
    const standing = { address: null, isLimited: false, flag: undefined };
    assert.deepEqual(fairnessOf({})(individualMember, from('192.0.2.1')), standing);
  });

  it('is free of limits from an allowed network, and blocked even from there', () => {
    const standing = fairnessOf({
      limits: [{ most: 1, seconds: 60 }],
      allowNetworks: ['192.0.2.0/24'],
      blockNetworks: ['192.0.2.66'],
      blockDomains: ['*.example'],
    });
    const member = { ...individualMember, email: 'a@firststeps.org' };
    const at = (address: string) => standing(member, from(address));
    assert.deepEqual(at('198.51.100.7'), {
      address: '198.51.100.7',
      isLimited: true,
      flag: undefined,
    });
    assert.deepEqual(at('192.0.2.1'), { address: '192.0.2.1', isLimited: false, flag: undefined });
    assert.equal(at('192.0.2.66').flag, 'blocked-network');
    assert.equal(standing({ ...member, email: 'a@b.example' }, from('::1')).flag, 'blocked-domain');
    assert.equal(standing({ kind: 'anonymous' }, from('::1')).flag, undefined);
  });
});
