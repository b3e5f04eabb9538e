import type { TemplateResult } from 'lit';
import type { Campaign } from '@pro-kid/contract';
import type { FormController } from '../form/form-controller.ts';
import type { engine as CampaignEngine } from './campaign-engine.ts';
import type { CampaignMessages } from './messages/campaign-messages.ts';
import type { FileMessages } from './messages/en-file.ts';
import type { LaterCampaignMessages } from './messages/en-later.ts';
import type { ShownCampaign } from './shown-campaign.ts';

export type CampaignForm = FormController<
  CampaignMessages,
  LaterCampaignMessages,
  typeof CampaignEngine
>;

/** All that the templates of a campaign's file write from, and what they can ask of their element. */
export interface CampaignView {
  form: CampaignForm;
  campaign: Campaign;
  /** The campaign in the visitor's language. */
  shown: ShownCampaign;
  texts: CampaignMessages & FileMessages;
  /** How moments and numbers are written. */
  locale: string;
  isReached: boolean;
  yearIsWrong: boolean;
  mayCountYounger: boolean;
  heading(text: unknown): TemplateResult;
  formAround(parts: unknown): TemplateResult;
  takeBirthYear(typed: string): void;
  signAgain(): void;
}
