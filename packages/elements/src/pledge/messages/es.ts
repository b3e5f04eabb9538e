import type { AllCampaignMessages } from '../../campaign/messages/campaign-messages.ts';
import { campaignSpanish } from '../../campaign/messages/es.ts';

export const messages: AllCampaignMessages = {
  ...campaignSpanish,
  onOwnBehalf: 'Usted se compromete en su propio nombre.',
  onBehalfOf: 'Usted se compromete en nombre de {name}.',
  commitments: 'Me comprometo a:',
  comment: 'Comentario',
  submit: 'Me comprometo',
};
