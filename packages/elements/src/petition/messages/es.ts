import type { AllCampaignMessages } from '../../campaign/messages/campaign-messages.ts';
import { campaignSpanish } from '../../campaign/messages/es.ts';

export const messages: AllCampaignMessages = {
  ...campaignSpanish,
  onOwnBehalf: 'Usted firma en su propio nombre.',
  onBehalfOf: 'Usted firma en nombre de {name}.',
  commitments: '',
  comment: '¿Por qué firma?',
  submit: 'Firmar la petición',
};
