import type { Channel } from './channels.ts';

/** What a shared link says of where it comes from. Nothing of the visitor is among it. */
export interface Shared {
  /** The absolute address that is shared. */
  url: string;
  campaign: string;
  partner: string;
}

/**
 * The link for one way of sharing: the address as it is, with `utm_source`, `utm_medium`,
 * `utm_campaign` and `pro-kid-partner` where it has none of its own.
 */
export function sharedLink({ url, campaign, partner }: Shared, channel: Channel): string {
  const link = new URL(url);
  const added = new URLSearchParams();
  for (const [name, value] of [
    ['utm_source', 'pro-kid-share'],
    ['utm_medium', channel],
    ['utm_campaign', campaign],
    ['pro-kid-partner', partner],
  ] as const) {
    if (value && !link.searchParams.has(name)) added.set(name, value);
  }
  // Its own query stays to the letter; `searchParams` would write it anew.
  link.search = [link.search.replace(/^\?/, ''), String(added)].filter(Boolean).join('&');
  return link.href;
}
