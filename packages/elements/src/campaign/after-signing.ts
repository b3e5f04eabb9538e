import type { Success } from '@pro-kid/client';
import { webLink } from '../form/web-link.ts';

/** Goes to the campaign's own page of thanks, where there is nothing that ours must say first. */
export function goOn(outcome: Success, redirect: string | undefined): void {
  const url = webLink(redirect);
  const isUnsaid =
    outcome.outcome === 'sent' ||
    (outcome.outcome === 'confirmed' && outcome.receipt.status === 'pending');
  if (url && !isUnsaid) location.assign(url);
}
