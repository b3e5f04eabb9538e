import { CampaignElement } from '../campaign/campaign-element.ts';
import { english } from './messages/en.ts';

/**
 * A pledge: a campaign's commitments, which a visitor takes on in their own name or for an organization.
 *
 * @fires {SubmittingEvent} pro-kid-submit - before a checked form is sent; cancelable
 * @fires {DeliveredEvent} pro-kid-delivered - the visitor is being thanked
 * @fires {FailedEvent} pro-kid-failed - it did not get through, or fields need mending
 * @fires {ReadyEvent} pro-kid-ready - once, when it is on show
 * @slot - what stands there until the script and the campaign arrive, or if they never do
 * @slot heading - in place of the campaign's title; bring your own `<h2>`
 * @slot intro - in place of the campaign's statement
 * @slot thanks - below our own thanks, which say what is known
 */
export class PledgeElement extends CampaignElement {
  static override readonly type = 'pledge';
  static override readonly english = english;
  static override readonly languages = {
    es: async () => (await import('./messages/es.ts')).messages,
  };
}
