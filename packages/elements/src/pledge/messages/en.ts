import type { CampaignMessages } from '../../campaign/messages/campaign-messages.ts';
import { campaignEnglish } from '../../campaign/messages/en.ts';

/** What the pledge shows at first sight. */
export const english: CampaignMessages = {
  ...campaignEnglish,
  onOwnBehalf: 'You pledge in your own name.',
  onBehalfOf: 'You pledge on behalf of {name}.',
  commitments: 'I pledge:',
  comment: 'Comment',
  submit: 'I pledge',
};
