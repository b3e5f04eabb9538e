import type { Submission } from '@pro-kid/contract';
import type { CampaignElement } from './campaign-element.ts';
import type { Companions } from './companions.ts';
import { joinOf, type Join } from './join-of.ts';

/**
 * Fills in a join form with what a signer typed: that of the page where it has one, else one of our own,
 * which is given to `show` to be put onto the page.
 */
export async function offerJoin(
  element: CampaignElement,
  member: Submission['member'],
  companions: Companions | undefined,
  show: (join: Element) => Promise<unknown>,
): Promise<void> {
  if (member.kind === 'anonymous') return;
  const present = joinOf(element);
  const join = present ?? (await ownJoin(element, companions));
  // It is filled in once it stands on the page.
  const filled = join.prefill(member);
  if (!present) await show(join);
  await filled;
  join.tabIndex = -1;
  join.scrollIntoView({ block: 'start' });
  join.focus({ preventScroll: true });
}

async function ownJoin(
  element: CampaignElement,
  companions: Companions | undefined,
): Promise<Join> {
  if (!customElements.get('pro-kid-join')) await companions?.join();
  const { endpoint, format, fields, extra } = element.target;
  const { campaign, partner, privacy, deliver } = element;
  const headingLevel = Math.min(element.headingLevel + 1, 6);
  const settings = {
    endpoint,
    format,
    fields,
    extra,
    campaign,
    partner,
    privacy,
    deliver,
    headingLevel,
  };
  return Object.assign(document.createElement('pro-kid-join') as unknown as Join, settings);
}
