import { campaignEnglish } from '../../campaign/messages/en.ts';
import type { CampaignMessages } from '../../campaign/messages/campaign-messages.ts';

/** What the petition shows at first sight. */
export const english: CampaignMessages = {
  ...campaignEnglish,
  onOwnBehalf: 'You sign in your own name.',
  onBehalfOf: 'You sign on behalf of {name}.',
  commitments: '',
  comment: 'Why are you signing?',
  submit: 'Sign the petition',
};
