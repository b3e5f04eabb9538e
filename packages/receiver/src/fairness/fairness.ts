import type { Submission } from '@pro-kid/contract';
import type { Rate } from '../store/limits.ts';
import { clientAddress, householdOf } from './client-address.ts';
import { domainTest } from './domains.ts';
import { networkTest } from './networks.ts';

export interface FairnessOptions {
  /** How many one address may send to a campaign, or to those who join; none (the default) is for no limit. */
  limits?: readonly Rate[];
  /** How many proxies of our own are before the receiver (default: 0). */
  trustedProxies?: number;
  /** Networks to which limits do not apply, such as `192.0.2.0/24`. */
  allowNetworks?: readonly string[];
  /** Networks whose submissions are not counted. */
  blockNetworks?: readonly string[];
  /** Domains of e-mail addresses that are not counted, where `*` stands for any characters. */
  blockDomains?: readonly string[];
}

/** Where a request comes from, as far as its connection and headers say. */
export interface RequestOrigin {
  /** The IP address of whoever is connected. */
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
}

/** What is known about a submission besides its content. */
export interface Standing {
  address: string | null;
  isLimited: boolean;
  flag: 'blocked-network' | 'blocked-domain' | undefined;
}

/** Where nothing is asked, nobody looks. */
const UNKNOWN: Standing = { address: null, isLimited: false, flag: undefined };

/** Tells how a submission stands by where it came from. Being blocked beats being allowed. */
export function fairnessOf({
  limits = [],
  trustedProxies = 0,
  allowNetworks = [],
  blockNetworks = [],
  blockDomains = [],
}: FairnessOptions): (member: Submission['member'], origin: RequestOrigin) => Standing {
  const isAllowed = networkTest(allowNetworks);
  const isBlocked = networkTest(blockNetworks);
  const isBlockedDomain = domainTest(blockDomains);
  const hasLimits = limits.length > 0;
  if (!hasLimits && blockNetworks.length === 0 && blockDomains.length === 0) return () => UNKNOWN;

  return (member, { socketAddress, forwardedFor }) => {
    const address = clientAddress(socketAddress, forwardedFor, trustedProxies);
    const isFromBlockedDomain = member.kind !== 'anonymous' && isBlockedDomain(member.email);
    return {
      // It is personal data: without a limit there is no need of it.
      address: hasLimits && address !== null ? householdOf(address) : null,
      isLimited: hasLimits && !isAllowed(address),
      flag: isBlocked(address)
        ? 'blocked-network'
        : isFromBlockedDomain
          ? 'blocked-domain'
          : undefined,
    };
  };
}
