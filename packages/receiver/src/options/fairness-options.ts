import { isNetwork } from '../fairness/networks.ts';
import type { FairnessOptions } from '../fairness/fairness.ts';
import type { Rate } from '../store/limits.ts';

/** Texts as they were given, each list with the option or variable that gave it. */
interface Given {
  name: string;
  values: readonly string[];
}

export type FairnessTexts = Record<
  'limits' | 'trustedProxies' | 'allowNetworks' | 'blockNetworks' | 'blockDomains',
  Given
>;

const SECONDS_IN = { s: 1, m: 60, h: 3_600, d: 86_400 };
const RATE = /^([1-9]\d{0,8})\/([1-9]\d{0,4})([smhd])$/;
const DOMAIN_GLOB = /^[\p{L}\p{N}.*-]+$/u;
const MOST_PROXIES = 10;

export const isDomainGlob = (text: string): boolean => DOMAIN_GLOB.test(text);

/** Reads the options about limits and lists; `message` is one sentence for whoever typed them. */
export function readFairness(
  texts: FairnessTexts,
): { fairness: Required<FairnessOptions> } | { message: string } {
  const { limits, trustedProxies, allowNetworks, blockNetworks, blockDomains } = texts;
  const rates: Rate[] = [];
  for (const value of limits.values) {
    const [, most, time, unit] = RATE.exec(value) ?? [];
    if (most === undefined) {
      return wrong(limits, 'a number and a time, such as 10/60s or 50/1h', value);
    }
    const seconds = Number(time) * SECONDS_IN[unit as keyof typeof SECONDS_IN];
    rates.push({ most: Number(most), seconds });
  }
  for (const given of [allowNetworks, blockNetworks]) {
    const value = given.values.find((text) => !isNetwork(text));
    if (value !== undefined) {
      return wrong(given, 'an IP address or a network, such as 192.0.2.0/24', value);
    }
  }
  const glob = blockDomains.values.find((text) => !isDomainGlob(text));
  if (glob !== undefined) {
    return wrong(blockDomains, 'a domain, such as spam.example or *.spam.example', glob);
  }
  const proxies = trustedProxies.values[0] ?? '0';
  if (!/^\d{1,2}$/.test(proxies) || Number(proxies) > MOST_PROXIES) {
    return wrong(trustedProxies, `a whole number from 0 to ${MOST_PROXIES}`, proxies);
  }
  return {
    fairness: {
      limits: rates,
      trustedProxies: Number(proxies),
      allowNetworks: allowNetworks.values,
      blockNetworks: blockNetworks.values,
      blockDomains: blockDomains.values,
    },
  };
}

const wrong = ({ name }: Given, expected: string, found: string) => ({
  message: `${name} takes ${expected}, not "${found}".`,
});
