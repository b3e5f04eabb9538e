import { formEngine } from '../form/engine.ts';
import { goOn } from './after-signing.ts';
import { readSource } from './campaign-source.ts';
import { check, errorMessage, inputAt } from './check-campaign-form.ts';
import { offerJoin } from './join-offer.ts';
import { laterCampaignEnglish } from './messages/en-later.ts';
import { thanks } from './thanks-template.ts';

/** What a campaign's form needs only once somebody has filled it in. */
export const engine = {
  ...formEngine,
  check,
  errorMessage,
  inputAt,
  readSource,
  thanks,
  goOn,
  offerJoin,
  later: laterCampaignEnglish,
};
