import type { campaignEnglish } from './en.ts';
import type { FileMessages } from './en-file.ts';
import type { LaterCampaignMessages } from './en-later.ts';

/** The texts at first sight: those of every campaign, and those in which a pledge and a petition differ. */
export type CampaignMessages = typeof campaignEnglish & {
  onOwnBehalf: string;
  /** With `{name}` of the organization. */
  onBehalfOf: string;
  /** Above the commitments; empty where there are none. */
  commitments: string;
  comment: string;
  submit: string;
};

/** All texts of a campaign in one language. */
export type AllCampaignMessages = CampaignMessages & FileMessages & LaterCampaignMessages;
