import { networkTest } from '../fairness/networks.ts';

const isInside = networkTest([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::/127',
  'fc00::/7',
  'fe80::/10',
]);
const INSIDE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/**
 * What is wrong with the address of a target; undefined where nothing is. Its words do not quote it,
 * since it may hold a secret.
 *
 * @param local whether addresses inside the own network are allowed.
 */
export function faultOfAddress(address: string, local: boolean): string | undefined {
  if (!URL.canParse(address)) return 'expected an address such as https://crm.example/hooks';
  const { protocol, hostname, username, password } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username || password) {
    return 'expected an address without a user and password. Put them in "headers"';
  }
  const isLocal = INSIDE_NAME.test(host) || isInside(host) || !/[.:]/.test(host);
  if (isLocal && !local) {
    return 'it is an address inside your own network. Set "local": true if that is what you want';
  }
  if (protocol === 'https:' || (protocol === 'http:' && isLocal)) return undefined;
  return 'expected an address that starts with https://, since it carries personal data';
}
