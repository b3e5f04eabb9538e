import type { Success } from '@pro-kid/client';
import { webLink } from '../form/web-link.ts';

/** The campaign's own page of thanks, where there is one, and nothing that ours must say first. */
export function nextPage(outcome: Success, redirect: string | undefined): string | undefined {
  const isUnsaid =
    outcome.outcome === 'sent' ||
    (outcome.outcome === 'confirmed' && outcome.receipt.status === 'pending');
  return isUnsaid ? undefined : webLink(redirect);
}

/**
 * Whether that page is offered as a link. In a frame it could be too small to be read, or refuse to be shown,
 * and the page around the frame is not ours to leave.
 */
export const isOffered = () => window !== window.top;

/** Goes there. */
export function goOn(outcome: Success, redirect: string | undefined): void {
  const page = nextPage(outcome, redirect);
  if (page && !isOffered()) location.assign(page);
}
